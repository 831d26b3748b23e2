import Testing

@testable import Host

@Suite struct SystemdTests {
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
