internal import CZlib

extension Compressor {
  /// The bytes in gzip (RFC 1952), without a time or a name; `nil` where zlib has no memory.
  package static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = unsafe z_stream()
    let windowBits: Int32 = 15 + 16  // A 32 KiB window, and a gzip header.
    let begun = unsafe deflateInit2_(
      &stream, gzipLevel, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard begun == Z_OK else { return nil }
    defer { unsafe deflateEnd(&stream) }
    guard let inputCount = UInt32(exactly: bytes.count),
      let outputMax = unsafe UInt32(exactly: deflateBound(&stream, UInt(bytes.count)))
    else { return nil }
    var input = bytes
    var isDone = false
    let output = unsafe [UInt8](unsafeUninitializedCapacity: Int(outputMax)) { output, count in
      unsafe input.withUnsafeMutableBufferPointer { input in
        // Both buffers outlive the one call that uses them, and are passed with their lengths.
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = inputCount
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = outputMax
        isDone = unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END
        unsafe count = Int(outputMax - stream.avail_out)
      }
    }
    return isDone ? output : nil
  }
}
