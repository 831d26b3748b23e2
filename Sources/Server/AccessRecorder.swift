package import EventLoop
package import HTTP

/// Writes down what was asked and answered. One recorder belongs to one loop and is called on its
/// thread only; it must not wait for anything.
package protocol AccessRecorder: AnyObject {
  /// `response` was made for `request`, so many nanoseconds after the loop learned of it.
  func record(
    _ request: borrowing Request, _ response: Response, from peer: PeerAddress,
    nanoseconds: UInt64)

  /// What came was refused with a status before it was a request.
  func record(_ refusal: RejectionReason, _ status: Status, from peer: PeerAddress)
}
