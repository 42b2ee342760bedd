package vn.lienthong.crypto.certificate;

/** Whether octets are a certificate request signed by its own key. */
public sealed interface CertificateRequestCheck {

    /**
     * They are.
     *
     * @param request the request
     */
    record Verified(CertificateRequest request) implements CertificateRequestCheck {}

    /**
     * They are not.
     *
     * @param detail why, in English, without quoting the request
     */
    record Refused(String detail) implements CertificateRequestCheck {}
}
