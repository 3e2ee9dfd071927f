<?php
// Makes the database and, in it, a site with two who write: one who may post any code, and one who may not.
function wp_mail() { return true; }
(new mysqli('localhost', 'root', '', '', 0, getenv('SOCKET')))->query('CREATE DATABASE wordpress');
define('WP_INSTALLING', true);
require 'wp-load.php';
require 'wp-admin/includes/upgrade.php';
wp_install('Paper', 'administrator', 'administrator@example.org', true, '', 'secret');
wp_insert_user(['user_login' => 'author', 'user_pass' => 'secret', 'role' => 'author']);
