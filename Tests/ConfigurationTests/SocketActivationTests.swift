import EventLoop
import Host
import Server
import Testing

@testable import Configuration

@Suite struct SocketActivationTests {
  private func sockets(_ count: String, _ names: String?, pid: String = "7") throws -> [String] {
    var variables = ["LISTEN_FDS": count, "LISTEN_PID": pid]
    variables["LISTEN_FDNAMES"] = names
    return try SocketActivation.sockets(variables, process: 7).map {
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
    #expect(try SocketActivation.sockets([:], process: 7) == [])
    for (count, name) in [("x", ""), ("-1", ""), ("65", ""), ("1", "a,tsl"), ("1", "a,")] {
      #expect(throws: Failure.self) { try sockets(count, name) }
    }
  }
}
