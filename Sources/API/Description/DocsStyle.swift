internal import Bytes
internal import Digest

/// How the page for readers looks, and the policy that lets a browser apply this and nothing else.
enum DocsStyle {
  /// Content-Security-Policy (CSP3), with the sheet's digest.
  static let policy: String = {
    let digest = Base64.encode(SHA256.digest(Array(String(describing: sheet).utf8)))
    let source = String(decoding: digest, as: UTF8.self)
    return "default-src 'none'; style-src 'sha256-\(source)'; base-uri 'none'; "
      + "form-action 'none'; frame-ancestors 'none'"
  }()

  static let sheet: StaticString = """
    :root{color-scheme:light dark;--ink:#1b1f24;--soft:#4a535e;--paper:#fff;--box:#f2f4f7;\
    --line:#c9d0d8;--link:#0b57a4}
    @media(prefers-color-scheme:dark){:root{--ink:#e6e9ed;--soft:#aeb7c2;--paper:#14181d;\
    --box:#1f252c;--line:#3c4650;--link:#8cc0ff}}
    *{box-sizing:border-box}
    html{scroll-behavior:smooth}
    @media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
    body{margin:0 auto;padding:1rem;max-width:62rem;color:var(--ink);background:var(--paper);\
    font:1rem/1.55 system-ui,sans-serif}
    a{color:var(--link);text-underline-offset:.15em}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem;top:.5rem;padding:.5rem 1rem;background:var(--paper)}
    h1,h2,h3{line-height:1.25;text-wrap:balance;overflow-wrap:anywhere}
    h1{margin:.5rem 0}
    h2{margin:3rem 0 1rem;padding-bottom:.3rem;border-bottom:2px solid var(--line)}
    h3{margin:2.2rem 0 .4rem;font-size:1.1rem}
    h3:target{background:var(--box);outline:.4rem solid var(--box)}
    p,ul{max-width:46rem;margin:.4rem 0}
    code{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}
    pre{margin:.7rem 0;padding:.7rem .9rem;background:var(--box);border-radius:.4rem;\
    white-space:pre-wrap}
    nav h2{margin-top:1.5rem;font-size:1.1rem;border:0}
    nav>ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(18rem,1fr));gap:1rem;\
    max-width:none;padding:0;list-style:none}
    nav>ul>:first-child{grid-column:1/-1}
    nav code{font-size:.85em}
    nav ul ul{padding-left:1rem;list-style:none}
    table{width:100%;margin:.8rem 0;border-collapse:collapse}
    caption{padding:.2rem 0;text-align:left;color:var(--soft)}
    th,td{padding:.35rem .7rem .35rem 0;text-align:left;vertical-align:top;\
    border-top:1px solid var(--line);overflow-wrap:anywhere}
    th:first-child{width:24%}
    td:nth-child(2){width:32%}
    tbody th{font-weight:400}
    td code{white-space:nowrap}
    @media(max-width:40rem){table{font-size:.85rem}th:first-child{width:29%}}
    footer{margin-top:3rem;padding-top:1rem;border-top:2px solid var(--line);color:var(--soft)}

    """
}
