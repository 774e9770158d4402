//! The fingerprint of a view: equal views have equal fingerprints, and other views have other ones. It is made from what
//! a template may see, without writing it out as JSON first.

use std::fmt;

use serde::ser::{self, Serialize};
use xxhash_rust::xxh3::xxh3_128;

/// The fingerprint of what a template sees of a value.
pub fn of<V: Serialize>(view: &V) -> u128 {
    let mut bytes = Bytes(Vec::with_capacity(1 << 14));
    match view.serialize(&mut bytes) {
        Ok(()) => xxh3_128(&bytes.0),
        // A value that cannot be told is like no other: the template will say what is wrong with it.
        Err(Untold) => 0,
    }
}

/// The value as bytes from which it could be read again: each part begins with a letter for its kind, texts with their
/// length, and what holds others ends with a mark.
struct Bytes(Vec<u8>);

#[derive(Debug)]
struct Untold;

impl fmt::Display for Untold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("untold")
    }
}

impl std::error::Error for Untold {}

impl ser::Error for Untold {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Untold
    }
}

impl Bytes {
    fn part(&mut self, kind: u8, bytes: &[u8]) -> Result<(), Untold> {
        self.0.push(kind);
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn text(&mut self, kind: u8, bytes: &[u8]) -> Result<(), Untold> {
        self.part(kind, &(bytes.len() as u64).to_le_bytes())?;
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn opens(&mut self, kind: u8) -> Result<&mut Self, Untold> {
        self.0.push(kind);
        Ok(self)
    }
}

/// Numbers, each under its letter.
macro_rules! numbers {
    ($($method:ident $type:ty, $kind:literal;)*) => {
        $(fn $method(self, value: $type) -> Result<(), Untold> {
            self.part($kind, &value.to_le_bytes())
        })*
    };
}

impl ser::Serializer for &mut Bytes {
    type Ok = ();
    type Error = Untold;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    numbers! {
        serialize_i8 i8, b'a';
        serialize_i16 i16, b'b';
        serialize_i32 i32, b'c';
        serialize_i64 i64, b'd';
        serialize_i128 i128, b'e';
        serialize_u8 u8, b'f';
        serialize_u16 u16, b'g';
        serialize_u32 u32, b'h';
        serialize_u64 u64, b'i';
        serialize_u128 u128, b'j';
        serialize_f32 f32, b'k';
        serialize_f64 f64, b'l';
    }

    fn serialize_bool(self, value: bool) -> Result<(), Untold> {
        self.part(b'm', &[u8::from(value)])
    }

    fn serialize_char(self, value: char) -> Result<(), Untold> {
        self.part(b'n', &u32::from(value).to_le_bytes())
    }

    fn serialize_str(self, value: &str) -> Result<(), Untold> {
        self.text(b's', value.as_bytes())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Untold> {
        self.text(b'o', value)
    }

    fn serialize_none(self) -> Result<(), Untold> {
        self.part(b'N', &[])
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Untold> {
        value.serialize(self.opens(b'S')?)
    }

    fn serialize_unit(self) -> Result<(), Untold> {
        self.part(b'U', &[])
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Untold> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Untold> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Untold> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Untold> {
        self.text(b'V', variant.as_bytes())?;
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Untold> {
        self.opens(b'[')
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Untold> {
        self.opens(b'[')
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Untold> {
        self.opens(b'[')
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self, Untold> {
        self.text(b'V', variant.as_bytes())?;
        self.opens(b'[')
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Untold> {
        self.opens(b'{')
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Untold> {
        self.opens(b'{')
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self, Untold> {
        self.text(b'V', variant.as_bytes())?;
        self.opens(b'{')
    }
}

/// What holds a row of values.
macro_rules! rows {
    ($($interface:ident $method:ident;)*) => {
        $(impl ser::$interface for &mut Bytes {
            type Ok = ();
            type Error = Untold;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Untold> {
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Untold> {
                self.part(b']', &[])
            }
        })*
    };
}

rows! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

/// What holds values under names.
macro_rules! fields {
    ($($interface:ident)*) => {
        $(impl ser::$interface for &mut Bytes {
            type Ok = ();
            type Error = Untold;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Untold> {
                self.text(b's', name.as_bytes())?;
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Untold> {
                self.part(b'}', &[])
            }
        })*
    };
}

fields! { SerializeStruct SerializeStructVariant }

impl ser::SerializeMap for &mut Bytes {
    type Ok = ();
    type Error = Untold;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Untold> {
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Untold> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Untold> {
        self.part(b'}', &[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Serialize)]
    struct View<'a> {
        rows: Vec<&'a str>,
        note: Option<&'a str>,
        count: usize,
    }

    fn view<'a>(rows: &[&'a str], note: Option<&'a str>) -> View<'a> {
        View {
            rows: rows.to_vec(),
            note,
            count: 1,
        }
    }

    #[test]
    fn equal_views_and_no_others_have_one_fingerprint() {
        let views = [
            view(&[], None),
            view(&[""], None),
            view(&["", ""], None),
            view(&["ab"], None),
            view(&["a", "b"], None),
            view(&["a"], Some("b")),
            view(&[], Some("")),
        ];
        for (at, one) in views.iter().enumerate() {
            for (other_at, other) in views.iter().enumerate() {
                assert_eq!(of(one) == of(other), at == other_at, "{at} {other_at}");
            }
        }
        assert_ne!(of(&(1_u8, "x")), of(&(1_u16, "x")));
    }
}
