/// What an element of HTML is to the text of a page.
enum HTMLRole: Equatable {
  /// Within a line, or nothing of its own.
  case inline
  /// On lines of its own.
  case block
  case heading(UInt8)
  case list(isNumbered: Bool)
  case item
  case table, row, cell
  case quote
  case preformatted
  case lineBreak, wordBreak, rule
  case footer, link
  /// The head of the document, or an element of it.
  case head, metadata
  /// No part of the text.
  case leftOut

  init(_ name: String) {
    self = Self.roles[name] ?? .inline
  }

  private static let roles: [String: HTMLRole] = {
    var roles: [String: HTMLRole] = [
      "ul": .list(isNumbered: false), "menu": .list(isNumbered: false),
      "ol": .list(isNumbered: true), "li": .item, "table": .table, "tr": .row, "td": .cell,
      "th": .cell, "blockquote": .quote, "pre": .preformatted, "br": .lineBreak,
      "wbr": .wordBreak, "hr": .rule, "footer": .footer, "head": .head, "meta": .metadata,
      "html": .metadata, "a": .link,
    ]
    for level in 1...6 { roles["h\(level)"] = .heading(UInt8(level)) }
    for name in blockNames.split(separator: " ") { roles[String(name)] = .block }
    for name in leftOutNames.split(separator: " ") { roles[String(name)] = .leftOut }
    return roles
  }()

  private static let blockNames = """
    address article body center details dd div dl dt fieldset figcaption figure form header hgroup \
    legend main p search section summary caption
    """
  /// Programs, forms' controls, media, what leads elsewhere, and what was struck out.
  private static let leftOutNames = """
    script style template noscript iframe frame frameset noframes object embed applet svg math \
    canvas audio video map img picture source track button select textarea input datalist label \
    output progress meter nav aside dialog title base link del s strike rp rt
    """
}

/// The start of an element.
struct HTMLElement {
  var name: String
  var role: HTMLRole
  /// By their names in small letters.
  var attributes: [String: String] = [:]
  /// Of a row: whether its cells hold paragraphs and lists, as of a page laid out by a table.
  var isLayout = false

  /// Whether a browser does not show it, as far as it says so itself.
  var isHidden: Bool {
    if attributes["hidden"] != nil || attributes["aria-hidden"]?.lowercased() == "true" {
      return true
    }
    if attributes["role"]?.lowercased() == "navigation" { return true }
    guard let style = attributes["style"]?.lowercased().filter({ $0 != " " }) else { return false }
    return style.contains("display:none") || style.contains("visibility:hidden")
  }
}
