import EventLoop
import Server
import Testing

@testable import signatory

@Suite struct ActivationTests {
  private func sockets(_ count: String, _ names: String?, pid: String = "7") throws -> [String] {
    var variables = ["LISTEN_FDS": count, "LISTEN_PID": pid]
    variables["LISTEN_FDNAMES"] = names
    return try Activation.sockets(variables, process: 7).map {
      "\($0.number)\($0.endpoint.isProxied ? ",proxy" : "")\($0.endpoint.isSecure ? ",tls" : "")"
    }
  }

  @Test("Sockets handed over are named for what is spoken there")
  func named() throws {
    #expect(try sockets("2", "http:web,tls") == ["3", "4,tls"])
    #expect(try sockets("3", "a,proxy:b,proxy,tls:") == ["3,proxy", "4,proxy,tls", "5"])
    #expect(try sockets("1", nil) == ["3"])
    #expect(try sockets("0", nil) == [])
  }

  @Test("Those of another process are none of ours; what makes no sense is refused")
  func others() throws {
    #expect(try sockets("2", "a:b", pid: "8") == [])
    #expect(try Activation.sockets([:], process: 7) == [])
    for (count, name) in [("x", ""), ("-1", ""), ("65", ""), ("1", "a,tsl"), ("1", "a,")] {
      #expect(throws: Failure.self) { try sockets(count, name) }
    }
  }

  @Test("The watchdog is ours only where it names this process or none")
  func watchdog() {
    #expect(Systemd.watchdogMicroseconds(["WATCHDOG_USEC": "9"], process: 7) == 9)
    for (pid, usec) in [("7", 9), ("8", nil)] as [(String, UInt64?)] {
      let variables = ["WATCHDOG_USEC": "9", "WATCHDOG_PID": pid]
      #expect(Systemd.watchdogMicroseconds(variables, process: 7) == usec)
    }
    #expect(Systemd.watchdogMicroseconds(["WATCHDOG_USEC": "0"], process: 7) == nil)
    #expect(Systemd.watchdogMicroseconds([:], process: 7) == nil)
  }
}
