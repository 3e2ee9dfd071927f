<?php
// WordPress' own settings file. Only a socket leads to the database, and nobody but this machine is asked for anything.
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', getenv('ADDRESS'));
define('WP_SITEURL', WP_HOME);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_ACCESSIBLE_HOSTS', '127.0.0.1');
define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
require ABSPATH . 'wp-settings.php';
