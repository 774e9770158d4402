//! XML as small trees. Prefixes in files are free; here every name has the usual one of its namespace, `w:p` for a
//! paragraph of Word, whichever edition of the format (transitional or strict) the file follows. Long parts are read
//! piece by piece: a tree is made for one child at a time.

use std::collections::HashMap;
use std::rc::Rc;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

use crate::import::read::failure::ReadFailure;
use crate::import::read::spaces::SPACES;

/// Elements within elements.
const MOST_DEEP: usize = 256;

/// Elements of one tree: a table of two thousand full rows has half of it.
const MOST_NODES: usize = 250_000;

/// Bytes of text and of attributes in one tree.
const MOST_LETTERS: usize = 16 << 20;

/// An element.
#[derive(Debug, Default)]
pub struct Node {
    name: Rc<str>,
    attributes: Vec<(Rc<str>, Box<str>)>,
    children: Vec<Child>,
}

/// What stands in an element.
#[derive(Debug)]
pub enum Child {
    /// An element.
    Node(Node),
    /// Letters, entities resolved.
    Text(String),
}

impl Node {
    /// Its name with the usual prefix; «?» stands for a namespace that nobody here knows.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What stands in it.
    pub fn children(&self) -> &[Child] {
        &self.children
    }

    /// The elements in it.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.children.iter().filter_map(|child| match child {
            Child::Node(node) => Some(node),
            Child::Text(_) => None,
        })
    }

    /// The first element of this name in it.
    pub fn child(&self, name: &str) -> Option<&Node> {
        self.nodes().find(|node| node.name() == name)
    }

    /// The element reached by these names, one inside the other.
    pub fn under(&self, names: &[&str]) -> Option<&Node> {
        names.iter().try_fold(self, |node, name| node.child(name))
    }

    /// An attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(known, _)| **known == *name)
            .map(|(_, value)| &**value)
    }

    /// The attribute `w:val` or `m:val` of a child: most properties of Word are kept so.
    pub fn value(&self, child: &str) -> Option<&str> {
        self.child(child)?.val()
    }

    /// The own attribute `w:val` or `m:val`; careless programs leave its prefix out.
    pub fn val(&self) -> Option<&str> {
        self.attribute("w:val")
            .or_else(|| self.attribute("m:val"))
            .or_else(|| self.attribute("val"))
    }

    /// A property that is there or not: none when it is not said, and every spelling of yes and no is understood.
    pub fn toggle(&self, child: &str) -> Option<bool> {
        let value = self.child(child)?.val();
        Some(!matches!(value, Some("0" | "false" | "off" | "none")))
    }

    /// All letters in it, at any depth.
    pub fn letters(&self) -> String {
        let mut text = String::new();
        self.gather(&mut text);
        text
    }

    fn gather(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Child::Text(letters) => text.push_str(letters),
                Child::Node(node) => node.gather(text),
            }
        }
    }

    /// The first element, itself or at any depth, that a question is true of.
    pub fn find(&self, question: &dyn Fn(&Node) -> bool) -> Option<&Node> {
        if question(self) {
            return Some(self);
        }
        self.nodes().find_map(|node| node.find(question))
    }
}

/// A part that is being read.
pub struct XmlReader<'a> {
    reader: NsReader<&'a [u8]>,
    part: &'a str,
    names: HashMap<String, Rc<str>>,
    depth: usize,
}

/// The whole of a part as one tree.
///
/// # Errors
/// When it is no well-formed XML or too large.
pub fn tree(part: &str, text: &str) -> Result<Node, ReadFailure> {
    let mut reader = XmlReader::new(part, text);
    reader
        .next()?
        .ok_or_else(|| ReadFailure::damaged(format!("часть «{part}» пуста")))
}

/// What one event means.
enum Step {
    Open(Node, bool),
    Text(String),
    Close,
    End,
    Nothing,
}

impl<'a> XmlReader<'a> {
    /// Begins to read a part; its name is for messages.
    pub fn new(part: &'a str, text: &'a str) -> XmlReader<'a> {
        XmlReader {
            reader: NsReader::from_str(text),
            part,
            names: HashMap::new(),
            depth: 0,
        }
    }

    /// Goes on to the next opening tag of one of these names and into it: [`XmlReader::next`] then gives its children.
    /// None when the part ends before.
    ///
    /// # Errors
    /// When the part is no well-formed XML.
    pub fn enter(&mut self, names: &[&str]) -> Result<Option<Node>, ReadFailure> {
        loop {
            match self.step()? {
                Step::Open(node, empty) if names.contains(&node.name()) => {
                    if empty {
                        continue;
                    }
                    return Ok(Some(node));
                }
                Step::End => return Ok(None),
                _ => {}
            }
        }
    }

    /// The next opening tag of one of these names, without what stands in it. None when the part ends before.
    ///
    /// # Errors
    /// When the part is no well-formed XML.
    pub fn pass(&mut self, names: &[&str]) -> Result<Option<Node>, ReadFailure> {
        loop {
            match self.step()? {
                Step::Open(node, _) if names.contains(&node.name()) => return Ok(Some(node)),
                Step::End => return Ok(None),
                _ => {}
            }
        }
    }

    /// The next element beside the last one, whole. None when there is none.
    ///
    /// # Errors
    /// When the part is no well-formed XML or the element is too large.
    pub fn next(&mut self) -> Result<Option<Node>, ReadFailure> {
        let mut open: Vec<Node> = Vec::new();
        let (mut count, mut letters) = (0_usize, 0_usize);
        loop {
            let done = match self.step()? {
                Step::Open(node, empty) => {
                    count += 1;
                    letters += node.weight();
                    self.fits(count, letters)?;
                    open.push(node);
                    empty
                }
                Step::Close if open.is_empty() => return Ok(None),
                Step::Close => true,
                Step::Text(text) => {
                    letters += text.len();
                    self.fits(count, letters)?;
                    if let Some(node) = open.last_mut() {
                        node.add_text(&text);
                    }
                    false
                }
                Step::End => return Ok(None),
                Step::Nothing => false,
            };
            if done && let Some(node) = open.pop() {
                match open.last_mut() {
                    Some(parent) => parent.children.push(Child::Node(node)),
                    None => return Ok(Some(node)),
                }
            }
        }
    }

    fn fits(&self, count: usize, letters: usize) -> Result<(), ReadFailure> {
        if count > MOST_NODES || letters > MOST_LETTERS {
            return Err(ReadFailure::too_large(format!(
                "в части «{}» одна таблица из сотен тысяч элементов",
                self.part
            )));
        }
        Ok(())
    }

    fn step(&mut self) -> Result<Step, ReadFailure> {
        let event = self.reader.read_event();
        let event = event.map_err(|_| broken(self.part))?;
        Ok(match event {
            Event::Start(start) => {
                self.depth += 1;
                if self.depth > MOST_DEEP {
                    return Err(ReadFailure::damaged(format!(
                        "в части «{}» элементы вложены друг в друга глубже {MOST_DEEP} раз",
                        self.part
                    )));
                }
                Step::Open(self.node(&start)?, false)
            }
            Event::Empty(start) => Step::Open(self.node(&start)?, true),
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                Step::Close
            }
            Event::Text(text) => Step::Text(text.xml10_content().into_owned()),
            Event::CData(text) => Step::Text(text.xml10_content().into_owned()),
            Event::GeneralRef(reference) => Step::Text(self.referred(&reference)?),
            Event::Eof if self.depth > 0 => return Err(broken(self.part)),
            Event::Eof => Step::End,
            // The name of a type is passed over; what it would lead to is never fetched.
            Event::DocType(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Step::Nothing,
        })
    }

    fn node(&mut self, start: &BytesStart<'_>) -> Result<Node, ReadFailure> {
        let resolver = self.reader.resolver();
        let (space, local) = resolver.resolve_element(start.name());
        let name = intern(&mut self.names, &space, local.as_ref());
        let mut attributes = Vec::new();
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| broken(self.part))?;
            if attribute.key.as_namespace_binding().is_some() {
                continue;
            }
            let (space, local) = resolver.resolve_attribute(attribute.key);
            // Marks of editing sessions are a third of all attributes and say nothing about words.
            if local.as_ref().starts_with("rsid") || matches!(space, ResolveResult::Unknown(_)) {
                continue;
            }
            let value = attribute
                .normalized_value(XmlVersion::default())
                .map_err(|_| broken(self.part))?;
            attributes.push((
                intern(&mut self.names, &space, local.as_ref()),
                value.into_owned().into_boxed_str(),
            ));
        }
        attributes.shrink_to_fit();
        Ok(Node {
            name,
            attributes,
            children: Vec::new(),
        })
    }

    fn referred(&self, reference: &BytesRef<'_>) -> Result<String, ReadFailure> {
        if let Ok(Some(letter)) = reference.resolve_char_ref() {
            return Ok(letter.to_string());
        }
        let name = reference.xml10_content();
        resolve_predefined_entity(&name)
            .map(str::to_owned)
            .ok_or_else(|| broken(self.part))
    }
}

impl Node {
    /// Bytes of its attributes.
    fn weight(&self) -> usize {
        self.attributes.iter().map(|(_, value)| value.len()).sum()
    }

    fn add_text(&mut self, text: &str) {
        match self.children.last_mut() {
            Some(Child::Text(last)) => last.push_str(text),
            _ => self.children.push(Child::Text(text.to_owned())),
        }
    }
}

fn intern(names: &mut HashMap<String, Rc<str>>, space: &ResolveResult<'_>, local: &str) -> Rc<str> {
    let name = match space {
        ResolveResult::Unbound => local.to_owned(),
        ResolveResult::Bound(space) => {
            let known = SPACES.iter().find(|(uri, _)| *uri == space.0);
            format!("{}:{local}", known.map_or("?", |(_, prefix)| prefix))
        }
        ResolveResult::Unknown(_) => format!("?:{local}"),
    };
    names
        .entry(name)
        .or_insert_with_key(|name| Rc::from(name.as_str()))
        .clone()
}

fn broken(part: &str) -> ReadFailure {
    ReadFailure::damaged(format!("часть «{part}» обрывается или записана с ошибкой"))
}
