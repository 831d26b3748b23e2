/// Review: one page that shows an editor what was read of a text: the text with everything marked
/// in its place, what is to be looked at, and lines to copy into a file of corrections.
///
/// It needs no script to be read, loads nothing, and tells nobody. `MarkedText` is the text,
/// `ReviewStyle` its look, `Reviewed` what it shows.
internal import Bytes
internal import Corrections
package import Markup
package import Statements

/// The page, as bytes of HTML.
package struct ReviewPage {
  private let reviewed: Reviewed
  /// Where the page is served: what tells this version from another, which it looks for.
  private let state: String?

  /// A page about the file called `name`, corrected by the file called `corrections`, of which
  /// `told` is to be told.
  package init(
    of reading: Reading, name: String, corrections: String?, told: [Diagnostic],
    state: String? = nil
  ) {
    reviewed = Reviewed(reading, name, corrections, told)
    self.state = state
  }

  package var html: [UInt8] {
    var html = HTMLWriter(reservingCapacity: 64 << 10)
    html.element("html", ["lang": "en", "data-state": state ?? ""]) { html in
      html.element("head") { writeHead(into: &$0) }
      html.element("body") { writeBody(into: &$0) }
    }
    return html.bytes
  }

  /// `Content-Security-Policy` of the page.
  package static var policy: String { ReviewStyle.policy }

  private func writeHead(into head: inout HTMLWriter) {
    head.void("meta", ["charset": "utf-8"])
    head.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    head.void(
      "meta", ["http-equiv": "Content-Security-Policy", "content": ReviewStyle.policy])
    head.element("title", "Review of \(reviewed.name)")
    head.style(ReviewStyle.sheet)
  }

  private func writeBody(into body: inout HTMLWriter) {
    body.element("a", ["class": "skip", "href": "#text"], "Skip to the text")
    body.element("header") { header in
      header.element("h1", "Review of \(reviewed.name)")
      header.element("dl", ["class": "facts"]) { list in
        for (term, value) in reviewed.facts {
          list.element("div") { row in
            row.element("dt", term)
            row.element("dd", value)
          }
        }
      }
    }
    body.element("nav", ["aria-label": "Parts of the page"]) { nav in
      nav.element("ul") { list in
        for (id, title) in parts {
          list.element("li") { $0.element("a", ["href": "#\(id)"], title) }
        }
      }
    }
    body.element("main") { main in
      writeFindings(into: &main)
      main.element("section", ["aria-labelledby": "text"]) { section in
        section.element("h2", ["id": "text", "tabindex": "-1"], "Text")
        reviewed.writeText(into: &section)
      }
      writeQuotations(into: &main)
      writeSignatories(into: &main)
    }
    body.element("footer") { footer in
      footer.element(
        "p",
        "Made by signatory review. Corrections go into \(reviewed.correctionsName) beside the text."
      )
    }
    if state != nil { body.script(ReviewStyle.script) }
  }

  private var parts: [(String, String)] {
    [
      ("findings", "Findings (\(reviewed.findings.count))"), ("text", "Text"),
      ("quotations", "Quotations (\(reviewed.statement.quotations.count))"),
      ("signatories", "Signatories (\(reviewed.statement.signatories.count))"),
    ]
  }

  private func writeFindings(into main: inout HTMLWriter) {
    main.element("section", ["aria-labelledby": "findings"]) { section in
      section.element("h2", ["id": "findings"], "Findings")
      guard !reviewed.findings.isEmpty else {
        section.element("p", "Nothing to look at.")
        return
      }
      section.element("ol") { list in
        for (index, finding) in reviewed.findings.enumerated() {
          list.element("li", ["id": "finding-\(index + 1)", "class": finding.severity.rawValue]) {
            item in
            if finding.isInText {
              item.element("a", ["href": "#at-finding-\(index + 1)"], finding.place)
            } else {
              item.element("span", finding.place)
            }
            item.text(" \(finding.severity.rawValue): \(VisibleText.of(finding.message))")
          }
        }
      }
    }
  }

  private func writeQuotations(into main: inout HTMLWriter) {
    main.element("section", ["aria-labelledby": "quotations"]) { section in
      section.element("h2", ["id": "quotations"], "Quotations")
      section.element("p", ["class": "hint"], "Lines for quotations: { change: { … } }")
      section.element("ol") { list in
        for (index, quotation) in reviewed.statement.quotations.enumerated() {
          list.element("li", ["id": "quotation-\(index + 1)"]) { item in
            write(quotation, index, into: &item)
          }
        }
      }
    }
  }

  private func write(_ quotation: Quotation, _ index: Int, into item: inout HTMLWriter) {
    item.element("p") { line in
      line.element("a", ["href": "#at-quotation-\(index + 1)"], "Quotation \(index + 1)")
      line.text(" ")
      line.element("q", reviewed.direction) { words in
        words.text(
          quotation.segments.map { reviewed.shown($0) ?? "" }.joined(separator: " … "))
      }
    }
    item.element("p") { line in
      line.element("strong", reviewed.direction) {
        $0.text(reviewed.shown(quotation.speaker) ?? "nobody named")
      }
      let about = [
        quotation.speaker == nil ? nil : quotation.speakerKind.rawValue,
        reviewed.shown(quotation.role), reviewed.shown(quotation.affiliation),
      ].compactMap(\.self)
      if !about.isEmpty { line.text(" — \(about.joined(separator: ", "))") }
    }
    writeLine(reviewed.line(of: quotation), "quotation \(index + 1)", into: &item)
  }

  private func writeSignatories(into main: inout HTMLWriter) {
    main.element("section", ["aria-labelledby": "signatories"]) { section in
      section.element("h2", ["id": "signatories"], "Signatories")
      section.element("p", ["class": "hint"], "Lines for signatories: { change: { … } }")
      guard !reviewed.statement.signatories.isEmpty else {
        section.element("p", "None.")
        return
      }
      section.element("table") { table in
        table.element("thead") { head in
          head.element("tr") { row in
            for title in ["No.", "Name", "Kind", "Country", "Role and affiliation", "Correction"] {
              row.element("th", ["scope": "col"], title)
            }
          }
        }
        table.element("tbody") { body in
          for (index, signatory) in reviewed.statement.signatories.enumerated() {
            body.element("tr", ["id": "signatory-\(index + 1)"]) { row in
              write(signatory, index, into: &row)
            }
          }
        }
      }
    }
  }

  private func write(_ signatory: Signatory, _ index: Int, into row: inout HTMLWriter) {
    row.element("td", "\(index + 1)")
    row.element("th", ["scope": "row"]) { cell in
      cell.element("span", reviewed.direction) { name in
        if reviewed.statement.text.contains(signatory.name) {
          name.element(
            "a", ["href": "#at-signatory-\(index + 1)"], reviewed.shown(signatory.name) ?? "")
        } else {
          name.text(reviewed.shown(signatory.name) ?? "")
        }
      }
      for remark in reviewed.remarks(on: signatory) {
        cell.text(" ")
        cell.element("span", ["class": "remark"], remark)
      }
    }
    row.element("td", signatory.kind.rawValue)
    row.element("td", reviewed.country(of: signatory))
    row.element("td") { cell in
      cell.element("span", reviewed.direction) {
        $0.text(
          [reviewed.shown(signatory.role), reviewed.shown(signatory.affiliation)]
            .compactMap(\.self).joined(separator: ", "))
      }
    }
    row.element("td") { cell in
      writeLine(reviewed.line(of: signatory), "signatory \(index + 1)", into: &cell)
    }
  }

  /// A line to copy, folded until somebody asks for it.
  private func writeLine(_ line: String?, _ what: String, into html: inout HTMLWriter) {
    guard let line else {
      html.element("span", ["class": "remark"], "corrected")
      return
    }
    MarkedText.writeLines([line], of: what, into: &html)
  }
}
