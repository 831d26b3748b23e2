internal import CBrotli

extension Compressor {
  /// The bytes in brotli (RFC 7932); `nil` where the library has no memory.
  package static func brotli(_ bytes: [UInt8]) -> [UInt8]? {
    let outputMax = BrotliEncoderMaxCompressedSize(bytes.count)
    if outputMax == 0 { return nil }
    var isDone = false
    let output = unsafe [UInt8](unsafeUninitializedCapacity: outputMax) { output, count in
      unsafe bytes.withUnsafeBufferPointer { input in
        // Both buffers outlive the call, and are passed with their lengths.
        count = outputMax
        let result = unsafe BrotliEncoderCompress(
          brotliQuality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, input.count, input.baseAddress,
          &count, output.baseAddress)
        isDone = result == BROTLI_TRUE
        if !isDone { count = 0 }
      }
    }
    return isDone ? output : nil
  }
}
