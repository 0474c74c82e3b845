//! What the package alone does, in a module of its own: somebody's spreadsheet filled, and OSCAL in and out. It holds no
//! assessment: text and files go in, and come out.

mod fill;
mod oscal;
