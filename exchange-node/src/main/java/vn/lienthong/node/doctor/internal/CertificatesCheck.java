package vn.lienthong.node.doctor.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.doctor.Finding;
import vn.lienthong.node.doctor.Finding.Words;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.platform.Secret;

/** The certificates in the key files, and how many days they have left. */
final class CertificatesCheck implements Checks.Check {

    private static final int MOST = 60;
    /** Under this name the key file of a node holds the key of all its ports. */
    private static final String PAGES = "tls";

    private static final long CARE_DAYS = 7;

    @Override
    public List<Finding> look(Patient patient) throws IOException {
        Optional<Secret> password = patient.protection().secret("keys/password");
        if (password.isEmpty() || !Files.isDirectory(patient.keys())) {
            return List.of();
        }
        KeyVault vault = KeyVault.of(patient.keys(), password.get());
        List<Finding> findings = new ArrayList<>();
        List<String> names = vault.names("");
        for (String name : names.stream().limit(MOST).toList()) {
            for (Map.Entry<String, SigningKey> entry :
                    vault.read(name).orElse(Map.of()).entrySet()) {
                X509Certificate certificate = entry.getValue().certificate();
                findings.add(days(
                        name + " " + entry.getKey(), certificate.getNotAfter().toInstant(), patient.now()));
                if (entry.getKey().equals(PAGES)) {
                    findings.add(pages(certificate));
                }
            }
        }
        if (names.size() > MOST) {
            findings.add(Finding.ok(
                    "certificate",
                    "Còn " + (names.size() - MOST) + " tệp khóa chưa xem",
                    (names.size() - MOST) + " more key files were not looked at"));
        }
        return findings;
    }

    /** What browsers are shown: who vouches for which names. */
    private static Finding pages(X509Certificate certificate) {
        String issuer = certificate.getIssuerX500Principal().getName();
        String end = certificate.getNotAfter().toInstant().toString();
        return Finding.ok(
                "page-certificate",
                "Trang web (TLS): tên " + names(certificate) + ", do " + issuer + " cấp, hết hạn " + end,
                "Pages (TLS): names " + names(certificate) + ", issued by " + issuer + ", ends " + end);
    }

    private static String names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? "–"
                    : names.stream().map(name -> String.valueOf(name.getLast())).collect(Collectors.joining(", "));
        } catch (CertificateParsingException damaged) {
            return "?";
        }
    }

    private static Finding days(String name, Instant end, Instant now) {
        long days = Duration.between(now, end).toDays();
        Words found = new Words(
                "Chứng thư " + name + ": còn " + days + " ngày", "Certificate " + name + ": " + days + " days left");
        Words todo = new Words(
                "Gia hạn khóa; nút đang chạy tự gia hạn chứng thư của nó.",
                "Renew the key; a running node renews its own by itself.");
        if (!end.isAfter(now)) {
            return Finding.wrong("certificate", found, todo);
        }
        return days < CARE_DAYS
                ? Finding.care("certificate", found, todo)
                : Finding.ok("certificate", found.vietnamese(), found.english());
    }
}
