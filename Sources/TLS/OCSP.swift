internal import COpenSSL

extension NamedFile {
  /// The bytes of this OCSP response (RFC 6960, DER), once it is seen to be successful, current,
  /// and about the first certificate of `chain`.
  func ocspResponse(for chain: [Certificate]) throws(TLSError) -> [UInt8] {
    ErrorQueue.clear()
    defer { ErrorQueue.clear() }
    guard chain.count > 1 else {
      throw error("the chain lacks the issuer, so the response cannot be checked")
    }
    let parsed = unsafe bytes.withUnsafeBufferPointer { bytes in
      var place = bytes.baseAddress
      return unsafe d2i_OCSP_RESPONSE(nil, &place, bytes.count)
    }
    guard let response = unsafe parsed else {
      throw error("is no OCSP response in DER form: \(ErrorQueue.takeReasons())")
    }
    defer { unsafe OCSP_RESPONSE_free(response) }
    guard unsafe OCSP_response_status(response) == OCSP_RESPONSE_STATUS_SUCCESSFUL,
      let basic = unsafe OCSP_response_get1_basic(response)
    else { throw error("the response is not a successful one") }
    defer { unsafe OCSP_BASICRESP_free(basic) }
    let id = unsafe OCSP_cert_to_id(nil, chain[0].pointer, chain[1].pointer)
    defer { unsafe OCSP_CERTID_free(id) }
    var status: Int32 = 0
    var thisUpdate: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
    var nextUpdate: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
    guard
      unsafe OCSP_resp_find_status(basic, id, &status, nil, nil, &thisUpdate, &nextUpdate) == 1
    else { throw error("the response is not about this certificate") }
    guard unsafe OCSP_check_validity(thisUpdate, nextUpdate, Self.clockSkewSeconds, -1) == 1 else {
      throw error("the response is not current")
    }
    return bytes
  }

  /// How far the clocks of responder and server may differ.
  private static let clockSkewSeconds = 300
}
