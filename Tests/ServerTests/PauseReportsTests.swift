import Testing

@testable import Server

@Suite struct PauseReportsTests {
  @Test("A trouble is told once for as long as it lasts, and again when it comes back")
  func lasting() {
    let reports = PauseReports(quietMilliseconds: 1_000) { _ in }
    for trouble: UInt64 in [5_000, 50_000] {
      #expect(reports.isNews(at: trouble))
      // Far longer than the quiet time, but never without a rest for so long.
      for pause in 1...5 { #expect(!reports.isNews(at: trouble + UInt64(pause) * 999)) }
    }
    #expect(!reports.isNews(at: 50_000 + 4_995 + 999))
    #expect(reports.isNews(at: 50_000 + 4_995 + 999 + 1_000))
  }
}
