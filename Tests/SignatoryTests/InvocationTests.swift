import Configuration
import EventLoop
import Host
import Server
import Testing

@testable import signatory

@Suite struct InvocationTests {
  private func read(_ arguments: [String], _ environment: [String: String] = [:]) throws(Failure)
    -> Invocation
  {
    try Invocation(arguments: arguments, environment: environment)
  }

  private func serving(_ arguments: [String], _ environment: [String: String] = [:]) throws
    -> ServeOptions
  {
    guard case .serve(let sources, .run) = try read(arguments, environment) else {
      throw Failure(code: .failure, message: "not serve")
    }
    return try EffectiveConfiguration(sources).options
  }

  @Test("Without arguments the built-in statement is served on 127.0.0.1:8080, a loop per core")
  func defaults() throws {
    let options = try serving([])
    #expect(options.listen.map(\.address) == [.internet(host: "127.0.0.1", port: 8080)])
    #expect(options.loops == nil)
    #expect(options.statements == nil)
  }

  @Test("A flag beats the environment, which beats the default; both forms of a flag are read")
  func precedence() throws {
    let environment = [
      "SIGNATORY_LISTEN": "[::1]:1 unix:/e", "SIGNATORY_LOOPS": "3", "SIGNATORY_STATEMENTS": "/e",
    ]
    let fromEnvironment = try serving(["serve"], environment)
    #expect(
      fromEnvironment.listen.map(\.address) == [.internet(host: "::1", port: 1), .unix(path: "/e")])
    #expect(fromEnvironment.loops == 3)
    #expect(fromEnvironment.statements == "/e")
    let flags = try serving(
      ["--listen", "a:1", "--listen=b:2", "--loops=2", "--statements", "/f"], environment)
    #expect(
      flags.listen.map(\.address) == [.internet(host: "a", port: 1), .internet(host: "b", port: 2)])
    #expect(flags.loops == 2)
    #expect(flags.statements == "/f")
  }

  @Test("A base URL and trusted proxies come from flags, else from the environment")
  func proxies() throws {
    let environment = [
      "SIGNATORY_BASE_URL": "http://e:8080/x", "SIGNATORY_TRUSTED_PROXIES": "unix  ::1",
    ]
    let fromEnvironment = try serving([], environment).proxy
    #expect(fromEnvironment.baseURL == "http://e:8080/x")
    #expect(fromEnvironment.trustedProxies == [.unix, try AddressRange(parsing: "::1")])
    let flags = ["--base-url=https://f", "--trusted-proxy", "10.0.0.0/8", "--trusted-proxy=unix"]
    let fromFlags = try serving(flags, environment).proxy
    #expect(fromFlags.baseURL == "https://f")
    #expect(fromFlags.trustedProxies == [try AddressRange(parsing: "10.0.0.0/8"), .unix])
  }

  @Test("The file, and what is to be done with the settings, come from the command line")
  func actions() throws {
    let variables = ["SIGNATORY_CONFIG": "/e"]
    let sources = ConfigurationSources(file: "/f")
    #expect(try read(["--config", "/f"]) == .serve(sources, .run))
    #expect(
      try read(["serve", "--config=/f", "--check-config"]) == .serve(sources, .checkConfiguration))
    #expect(try read(["--print-config", "--config=/f"]) == .serve(sources, .printConfiguration))
    #expect(
      try read([], variables)
        == .serve(ConfigurationSources(file: "/e", variables: variables), .run))
  }

  @Test("The other commands and the help of each are found")
  func commands() throws {
    #expect(try read(["--version"]) == .version)
    #expect(try read(["--help"]) == .help(.program))
    #expect(try read(["serve", "--help"]) == .help(.serve))
    #expect(try read(["extract", "-h"]) == .help(.extract))
    #expect(try read(["extract", "a.txt"]) == .extract(path: "a.txt", isExplained: false))
    #expect(try read(["extract", "-"]) == .extract(path: "-", isExplained: false))
    for arguments in [["--explain", "a.md"], ["a.md", "--explain"]] {
      #expect(
        try read(["extract"] + arguments) == .extract(path: "a.md", isExplained: true))
    }
    #expect(try read(["generate", "man"]) == .generate(.man))
    #expect(try read(["generate", "--help"]) == .help(.generate))
    #expect(try read(["check", "a", "b"]) == .check(paths: ["a", "b"], format: .human))
    #expect(try read(["check", "--format=json", "a"]) == .check(paths: ["a"], format: .json))
  }

  @Test("What makes no sense is a usage error that names it")
  func refusals() throws {
    let cases: [([String], String)] = [
      (["bogus"], "“bogus”"), (["--bogus"], "“--bogus”"), (["serve", "x"], "“x”"),
      (["--listen"], "--listen needs a value"), (["--listen", "8080"], "“8080” has no port"),
      (["--listen", "a:1,tls"], "no certificate"), (["--loops", "0"], "“0”"),
      (["--loops", "257"], "“257”"),
      (["--loops", "two"], "“two”"),
      (["--statements", ""], "“” is not a folder of texts"),
      (["--base-url", ""], "--base-url “”"), (["--base-url", "a.example"], "“a.example”"),
      (["--base-url", "ftp://a"], "“ftp://a”"), (["--base-url", "https://"], "“https://”"),
      (["--base-url", "https://u@a"], "“https://u@a”"),
      (["--base-url", "http://a/?b"], "without ?"),
      (["--base-url", "http://a/\u{E9}"], "without ?"),
      (["--base-url", "http://a/ b"], "without ?"),
      (["--trusted-proxy", "proxy"], "“proxy” is neither"),
      (["--trusted-proxy", "10.0.0.0/33"], "from 0 to 32"),
      (["--idle-timeout-seconds", "x"], "--idle-timeout-seconds “x” is not a whole number"),
      (["--idle-timeout", "1"], "did you mean --idle-timeout-seconds?"),
      (["extract"], "was given 0"), (["extract", "a", "b"], "was given 2"),
      (["extract", "--x"], "“--x”"), (["check"], "was given none"),
      (["check", "--format", "xml", "a"], "“xml” is not one of human and json"),
    ]
    for (arguments, part) in cases {
      do {
        _ = try serving(arguments)
        Issue.record("accepted: \(arguments)")
      } catch {
        let failure = try #require(error as? Failure)
        #expect(failure.code == .usage)
        #expect(failure.message.contains(part), "\(arguments): \(failure.message)")
      }
    }
  }
}
