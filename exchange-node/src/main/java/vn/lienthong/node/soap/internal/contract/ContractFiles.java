package vn.lienthong.node.soap.internal.contract;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.node.platform.InNodeRole;

/** Publishes the contract, to everybody: {@code ?wsdl}, the files themselves, and all of them in one archive. */
@InNodeRole
@RestController
class ContractFiles {

    private static final String WSDL = "lienthong-v1.wsdl";
    private static final String XSD = "lienthong-v1.xsd";
    private static final String ORIGIN = "https://localhost";
    private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");
    private static final LocalDateTime STAMP = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String NOTE = """
        Liên thông, SOAP contract version 1 (lienthong-v1.wsdl, lienthong-v1.xsd).

        You may copy these two files, change them and generate code from them, for any purpose and without fee; they come
        without any warranty. The software that answers at this address is under its own licence.

        Được phép sao chép, sửa đổi và sinh mã từ hai tệp này cho mọi mục đích, không mất phí, không kèm bảo hành.
        """;

    private final String wsdl;
    private final String xsd;

    ContractFiles() throws IOException {
        this.wsdl = read(WSDL);
        this.xsd = read(XSD);
    }

    private static String read(String name) throws IOException {
        return new ClassPathResource("soap/" + name).getContentAsString(StandardCharsets.UTF_8);
    }

    /** The description as tools ask for it, with the address under which they asked. */
    @GetMapping(path = {"/soap/v1", "/soap/" + WSDL})
    ResponseEntity<String> wsdl(HttpServletRequest request) {
        return ResponseEntity.ok().contentType(XML).body(wsdl.replace(ORIGIN, origin(request)));
    }

    @GetMapping("/soap/" + XSD)
    ResponseEntity<String> xsd() {
        return ResponseEntity.ok().contentType(XML).body(xsd);
    }

    @GetMapping("/soap/lienthong-v1.zip")
    ResponseEntity<byte[]> archive(HttpServletRequest request) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets, StandardCharsets.UTF_8)) {
            for (List<String> file : List.of(
                    List.of(WSDL, wsdl.replace(ORIGIN, origin(request))),
                    List.of(XSD, xsd),
                    List.of("LICENSE.txt", NOTE))) {
                ZipEntry entry = new ZipEntry(file.getFirst());
                entry.setTimeLocal(STAMP);
                zip.putNextEntry(entry);
                zip.write(file.getLast().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("lienthong-v1.zip")
                                .build()
                                .toString())
                .body(octets.toByteArray());
    }

    private static String origin(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return host != null && HOST.matcher(host).matches() ? "https://" + host : ORIGIN;
    }
}
