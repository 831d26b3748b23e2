import Bytes
import HTTP
import Testing

@testable import API

/// The page for readers against the program.
struct DocsTests {
  let page = Asking(Texts.seedSnapshot).ask("/docs")

  @Test("is a page that a browser may style and nothing else")
  func policy() {
    #expect(page.status == .ok)
    #expect(page["Content-Type"] == "text/html; charset=utf-8")
    #expect(page["Content-Language"] == "en")
    let policy = page["Content-Security-Policy"] ?? ""
    #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-"))
    #expect(!policy.contains("unsafe"))
    #expect(!page.text.contains("<script"))
    #expect(page.text.contains("<html lang=\"en\">"))
  }

  @Test("holds every route with each of its parameters, what is allowed and what it does")
  func routes() {
    for route in RouteTable.routes {
      let parts = page.text.split(separator: "<h3 id=\"\(route.operationID("get"))\">")
      #expect(parts.count == 2, "\(route.template)")
      let article = (parts.last ?? "").split(separator: "</article>")[0]
      #expect(article.hasPrefix("<code>GET \(route.template)</code>"))
      #expect(article.contains("<p>\(escaped(route.summary)).</p>"))
      #expect(article.contains("curl -s"))
      let cells = article.replacing("<code>", with: "").replacing("</code>", with: "")
      for parameter in route.parameters {
        let row = "<td>\(escaped(parameter.allowed))</td><td>\(escaped(parameter.about))</td>"
        #expect(article.contains("<code>\(parameter.name)</code>"), "\(route.template)")
        #expect(cells.contains(row), "\(route.template) \(parameter.name)")
      }
    }
  }

  @Test("holds every shape with each of its members")
  func shapes() {
    for outline in ShapeIndex.all {
      let parts = page.text.split(separator: "<h3 id=\"shape-\(outline.name)\">")
      #expect(parts.count == 2, "\(outline.name)")
      let section = (parts.last ?? "").split(separator: "</table>")[0]
      for member in outline.members {
        #expect(section.contains("<code>\(member.name)</code>"), "\(outline.name)")
        #expect(section.contains(escaped(member.about)), "\(outline.name).\(member.name)")
      }
    }
  }

  @Test("shows commands with the configured address, safe for the page and for a shell")
  func base() {
    let odd = "https://a.example/<b>&\"c'$(d)"
    let text = Asking(Texts.seedSnapshot, baseURL: odd).ask("/docs").text
    let quoted = "https://a.example/&lt;b&gt;&amp;&quot;c&#39;\\&#39;&#39;$(d)/v1/people"
    #expect(text.contains("curl -s &#39;\(quoted)&#39;"))
    #expect(!text.contains("<b>"))
    #expect(!text.contains("$base"))
    #expect(page.text.contains("curl -s &quot;$base/v1/people&quot;"))
  }

  @Test("shows no command for what is not there")
  func empty() {
    let page = Asking(Texts.plainSnapshot([])).ask("/docs")
    #expect(page.status == .ok)
    #expect(page.text.contains("curl -s &quot;$base/v1/statements&quot;"))
    #expect(!page.text.contains("curl -s &quot;$base/v1/quotes/random"))
    #expect(!page.text.contains("curl -s &quot;$base/v1/statements/"))
  }

  @Test("is linked where the description is")
  func links() {
    let api = Asking(Texts.seedSnapshot, baseURL: "https://a.example")
    let link = "<https://a.example/docs>; rel=\"service-doc\"; type=\"text/html\""
    #expect(api.ask("/v1")["Link"]?.contains(link) == true)
    let catalog = api.ask("/.well-known/api-catalog").text
    let entry = "\"service-doc\":[{\"href\":\"https://a.example/docs\",\"type\":\"text/html\"}]"
    #expect(catalog.contains(entry))
  }

  private func escaped(_ text: String) -> String {
    var html = HTMLWriter(reservingCapacity: 256)
    let start = html.bytes.count
    html.text(text)
    return String(decoding: html.bytes[start...], as: UTF8.self)
  }
}
