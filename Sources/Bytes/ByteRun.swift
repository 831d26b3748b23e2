/// Bytes gathered in one run of memory of its own, which stays when they are dropped.
///
/// Appending is one check and one copy, and dropping all costs nothing: an array would look whether
/// it is shared each time, and destroy what it drops.
@safe package struct ByteRun: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  /// Bytes there is room for.
  private var capacity: Int
  /// Bytes gathered.
  package private(set) var count = 0

  /// Makes room for so many bytes; it grows as it must.
  package init(capacity: Int) {
    self.capacity = capacity
    unsafe start = .allocate(capacity: capacity)
  }

  deinit { unsafe start.deallocate() }

  package var isEmpty: Bool { count == 0 }

  package var span: Span<UInt8> {
    @_lifetime(borrow self) get {
      unsafe _overrideLifetime(Span(_unsafeStart: start, count: count), borrowing: self)
    }
  }

  /// Appends CR and LF.
  package mutating func appendLineEnd() {
    if capacity - count < 2 { grow(for: 2) }
    unsafe start[count] = ASCII.carriageReturn
    unsafe start[count &+ 1] = ASCII.lineFeed
    count &+= 2
  }

  package mutating func append(_ text: StaticString) {
    unsafe append(text.utf8Start, text.utf8CodeUnitCount)
  }

  package mutating func append(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe append($0) }
  }

  package mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress else { return }
    unsafe append(source, bytes.count)
  }

  package mutating func removeAll() { count = 0 }

  @inline(__always)
  private mutating func append(_ source: UnsafeRawPointer, _ added: Int) {
    if capacity - count < added { grow(for: added) }
    unsafe UnsafeMutableRawPointer(start + count).copyMemory(from: source, byteCount: added)
    count &+= added
  }

  private mutating func grow(for added: Int) {
    capacity = max(capacity * 2, count + added)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe larger.update(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = larger
  }
}
