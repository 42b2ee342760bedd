package vn.lienthong.node.incoming.internal.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.crypto.pdf.PagePicture;
import vn.lienthong.crypto.pdf.PdfInspectionLimits;
import vn.lienthong.crypto.pdf.PdfPagePictures;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.documents.OpenPackage;
import vn.lienthong.node.documents.SealedPieces;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.PaperFiles;
import vn.lienthong.node.incoming.internal.record.PaperFiles.PaperFile;
import vn.lienthong.node.incoming.internal.work.Scans;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Download;

/** The files of a document: decrypted while they are read, never written to the disk. The caller has recorded the look. */
@Component
@InNodeRole
class DocumentFiles {

    private static final long LARGEST_PICTURE = 50L << 20;
    private static final int SMALLEST = 64;
    private static final int REMEMBERED = 1000;
    private static final Duration DRAWING = Duration.ofSeconds(15);

    private final Inbox inbox;
    private final PaperFiles papers;
    private final SealedPieces pieces;
    private final PdfPagePictures pictures;
    private final Map<Sha512, Integer> pages = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Sha512, Integer> eldest) {
            return size() > REMEMBERED;
        }
    });

    DocumentFiles(Inbox inbox, PaperFiles papers, SealedPieces pieces, InstantSource clock) {
        this.inbox = inbox;
        this.papers = papers;
        this.pieces = pieces;
        this.pictures = new PdfPagePictures(PdfInspectionLimits.STANDARD, clock);
    }

    /** The files by their names; none for what is no longer kept. */
    List<Attachment> of(IncomingDocument document) {
        if (!document.origin().overAxis()) {
            return papers.of(document.id()).stream().map(PaperFile::file).toList();
        }
        return inside(document).map(Document::attachments).orElse(List.of());
    }

    /** The names under which scanned files can be taken off, in the order of {@link #of}; none when nothing can be changed. */
    List<String> scans(IncomingDocument document) {
        return Scans.takes(document)
                ? papers.of(document.id()).stream()
                        .map(file -> file.payload().value().toString())
                        .toList()
                : List.of();
    }

    private Optional<Document> inside(IncomingDocument document) {
        Long entry = document.origin().inboxEntry();
        return entry == null ? Optional.empty() : inbox.document(Set.of(document.agency()), entry);
    }

    static boolean isPdf(Attachment file) {
        return file.mediaType().equals("application/pdf")
                || file.name().value().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    /** One file, from 1. */
    Optional<Attachment> find(IncomingDocument document, int number) {
        List<Attachment> files = of(document);
        return number >= 1 && number <= files.size() ? Optional.of(files.get(number - 1)) : Optional.empty();
    }

    /** Copies a file. */
    void copy(IncomingDocument document, int number, Attachment file, OutputStream out) throws IOException {
        if (!document.origin().overAxis()) {
            copyPaper(document, number, out);
            return;
        }
        try (OpenPackage content = open(document)) {
            content.copyFile(PackageLayout.file(number - 1, file.name()), out);
        }
    }

    private void copyPaper(IncomingDocument document, int number, OutputStream out) throws IOException {
        PaperFile file = papers.of(document.id()).get(number - 1);
        try (InputStream in = pieces.open(List.of(file.payload()))) {
            long _ = in.transferTo(out);
        }
    }

    /** The package as the sender signed it. */
    Optional<Download> signedPackage(IncomingDocument document) {
        return inside(document)
                .map(_ -> new Download(
                        "goi-tin-" + document.id() + ".asice", "application/vnd.etsi.asic-e+zip", -1, out -> {
                            try (OpenPackage content = open(document);
                                    InputStream whole = content.range(0, content.size())) {
                                whole.transferTo(out);
                            }
                        }));
    }

    /** All files in one, under their Vietnamese names. */
    Optional<Download> zip(IncomingDocument document) {
        if (!document.origin().overAxis()) {
            return zipOfPaper(document);
        }
        return inside(document)
                .map(inside -> new Download(zipName(document), "application/zip", -1, out -> {
                    try (OpenPackage content = open(document);
                            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                        Set<String> names = new HashSet<>();
                        int index = 0;
                        for (Attachment file : inside.attachments()) {
                            zip.putNextEntry(new ZipEntry(unique(file.name().value(), names)));
                            content.copyFile(PackageLayout.file(index, file.name()), zip);
                            zip.closeEntry();
                            index++;
                        }
                    }
                }));
    }

    private Optional<Download> zipOfPaper(IncomingDocument document) {
        List<Attachment> files = of(document);
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(new Download(zipName(document), "application/zip", -1, out -> {
                    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                        Set<String> names = new HashSet<>();
                        for (int number = 1; number <= files.size(); number++) {
                            zip.putNextEntry(new ZipEntry(
                                    unique(files.get(number - 1).name().value(), names)));
                            copyPaper(document, number, zip);
                            zip.closeEntry();
                        }
                    }
                }));
    }

    /** {@code 123_UBND-VX.zip}: what stands on the document, without what names of files cannot have. */
    static String zipName(IncomingDocument document) {
        String code = Normalizer.normalize(document.facts().code().display(), Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{Nd}.-]+", "_");
        return (code.isEmpty() ? "van-ban-" + document.id() : code) + ".zip";
    }

    private static String unique(String name, Set<String> taken) {
        String wished = Normalizer.normalize(name, Normalizer.Form.NFC);
        String free = wished;
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = number + "-" + wished;
        }
        return free;
    }

    /** A page of a PDF file as a picture. */
    PagePicture picture(IncomingDocument document, int number, Attachment file, int page, int width)
            throws IOException {
        if (file.size() > LARGEST_PICTURE) {
            return new PagePicture.Refused(PagePicture.Reason.TOO_LARGE);
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream((int) file.size());
        copy(document, number, file, octets);
        return pictures.draw(octets.toByteArray(), page, width, DRAWING);
    }

    /** How many pages a PDF file has; 0 when that cannot be told. Remembered, because telling it means to open the file. */
    int pages(IncomingDocument document, int number, Attachment file) {
        Integer known = pages.get(file.sha512());
        if (known != null) {
            return known;
        }
        try {
            int counted =
                    picture(document, number, file, 1, SMALLEST) instanceof PagePicture.Drawn drawn ? drawn.pages() : 0;
            if (counted > 0) {
                pages.put(file.sha512(), counted);
            }
            return counted;
        } catch (IOException notKept) {
            return 0;
        }
    }

    private OpenPackage open(IncomingDocument document) throws IOException {
        Long entry = document.origin().inboxEntry();
        if (entry != null && inbox.look(Set.of(document.agency()), entry) instanceof PackageAccess.Opened opened) {
            return opened.content();
        }
        throw new IOException("the package is no longer kept");
    }
}
