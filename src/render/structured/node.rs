//! A thing as JSON-LD tells it: a kind and what is known of it. What is not known is left out.

use serde::ser::{Serialize, SerializeMap, Serializer};

/// What is known of a thing under one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words, an address, a day.
    Text(String),
    /// A count.
    Number(usize),
    /// Another thing.
    Node(Node),
    /// Several.
    List(Vec<Value>),
}

/// A thing, its properties in the order in which they were said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Node(Vec<(&'static str, Value)>);

impl Node {
    /// A thing of a kind of schema.org: `School`.
    pub fn new(kind: &str) -> Node {
        Node::default().with("@type", kind)
    }

    /// Says something of it; empty words and lists say nothing.
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Node {
        let value = value.into();
        if !value.is_empty() {
            self.0.push((name, value));
        }
        self
    }

    /// Says something of it that may be unknown.
    pub fn maybe(self, name: &'static str, value: Option<impl Into<Value>>) -> Node {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }
}

impl Value {
    fn is_empty(&self) -> bool {
        match self {
            Value::Text(text) => text.is_empty(),
            Value::List(list) => list.is_empty(),
            Value::Number(_) | Value::Node(_) => false,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Value {
        Value::Number(number)
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Value {
        Value::Node(node)
    }
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(list: Vec<T>) -> Value {
        Value::List(list.into_iter().map(Into::into).collect())
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Text(text) => serializer.serialize_str(text),
            Value::Number(number) => number.serialize(serializer),
            Value::Node(node) => node.serialize(serializer),
            Value::List(list) => list.serialize(serializer),
        }
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}
