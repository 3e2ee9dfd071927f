//! The JSON Schema of a corpus, for editors of JSON and for whoever reads one with other programs.
//!
//! It is made from the types and says what a reader of JSON can tell by itself. What the rules of the check
//! demand beyond it, as that every reference resolves, no schema can say.

use super::{Hashes, Source, Span, Text};
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;
use std::borrow::Cow;

/// The schema, as JSON Schema 2020-12.
#[must_use]
pub fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(unwrap));
    settings.into_generator().into_root_schema_for::<Source>().to_value()
}

/// Takes the line ends out of a description's paragraphs, which are those of a comment in the code.
fn unwrap(schema: &mut Schema) {
    if let Some(Value::String(description)) = schema.get_mut("description") {
        let paragraphs = description.split("\n\n").map(|it| it.replace('\n', " "));
        *description = paragraphs.collect::<Vec<_>>().join("\n\n");
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A text in each language of the corpus, by the language's BCP 47 tag.",
            "type": "object",
            "additionalProperties": generator.subschema_for::<String>(),
            "propertyNames": {"pattern": "^[a-z]{2,8}(-[A-Za-z0-9]{1,8})*$"},
            "minProperties": 1,
        })
    }
}

impl JsonSchema for Span {
    fn schema_name() -> Cow<'static, str> {
        "Span".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let period = r"\d{4}(-\d{2}(-\d{2})?)?";
        json_schema!({
            "description": "An interval of days, both included, as ISO 8601-2 has it: a day, a month, a year, \
                or two of them with a slash between, of which `..` is an open end.",
            "type": "string",
            "pattern": format!(r"^({period}|(\.\.|{period})/(\.\.|{period}))$"),
            "examples": ["2023-11-08", "2023-11", "2023", "2023-11-08/2023-12-08", "2022-12-11/.."],
        })
    }
}

impl JsonSchema for Hashes {
    fn schema_name() -> Cow<'static, str> {
        "Hashes".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Hashes of words in a row, in ascending order, each four hexadecimal digits.",
            "type": "string",
            "pattern": "^([0-9a-f]{4})+$",
            "examples": ["00aa01bb"],
        })
    }
}
