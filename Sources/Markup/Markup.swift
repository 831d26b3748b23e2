/// Markup: from the bytes of a file to a `Document`: its front matter, the text that a reader would
/// read, the pieces that the text is made of, and the place in the file that each came from.
///
/// Pure. What a piece is to a statement (title, paragraph, signatory) is for `Statements` to judge;
/// here stands only what the file says about itself: its line breaks, indents, markers and tags.
/// The way in is `Document.init`; each format has a folder of its own.
