//! The times of an assessment that are none. A file may hold any text in their place; what leaves sealed may not.

use super::Assessment;
use super::validate::is_time;
use crate::json::{push_integer, push_key};

impl Assessment {
    /// Calls with each time that is neither empty nor one of RFC 3339, and its path in the file.
    pub(crate) fn visit_bad_times(&mut self, visit: &mut dyn FnMut(&mut String, String)) {
        let edition = self.edition;
        let mut check = |time: &mut String, group: &str, key: &str, member: &str| {
            if !is_time(time) {
                let mut path = String::from("$");
                for step in [group, key, member] {
                    // An index stands in brackets already.
                    if step.starts_with('[') {
                        path.push_str(step);
                    } else if !step.is_empty() {
                        push_key(&mut path, step);
                    }
                }
                visit(time, path);
            }
        };
        check(&mut self.created, "", "", "created");
        check(&mut self.modified, "", "", "modified");
        for (requirement, response) in edition.requirements().zip(&mut self.requirements) {
            check(&mut response.modified, "requirements", requirement.id(), "modified");
        }
        for (area, response) in edition.areas().iter().zip(&mut self.areas) {
            check(&mut response.modified, "areas", area.key, "modified");
        }
        for (index, snapshot) in self.snapshots.iter_mut().enumerate() {
            let mut place = String::from("[");
            push_integer(&mut place, u64::try_from(index).unwrap_or(u64::MAX));
            place.push(']');
            check(&mut snapshot.at, "snapshots", &place, "at");
        }
    }
}
