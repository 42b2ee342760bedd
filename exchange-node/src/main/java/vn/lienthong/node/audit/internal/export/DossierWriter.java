package vn.lienthong.node.audit.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.export.CaseEvidence;
import vn.lienthong.node.audit.internal.search.EventQueries;
import vn.lienthong.node.audit.internal.search.PrivateParts;
import vn.lienthong.node.audit.search.EventDetail;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.audit.search.FoundEvent;
import vn.lienthong.node.log.LogBook;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.LogState;

/** Writes a case dossier: everything that somebody needs who was not there and does not trust us. */
@Component
class DossierWriter {

    static final int MOST = 5000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final EventQueries events;
    private final PrivateParts privateParts;
    private final LogBook log;
    private final ObjectProvider<CaseEvidence> evidence;

    DossierWriter(EventQueries events, PrivateParts privateParts, LogBook log, ObjectProvider<CaseEvidence> evidence) {
        this.events = events;
        this.privateParts = privateParts;
        this.log = log;
        this.evidence = evidence;
    }

    WrittenExport write(EventFilter filter, Secrecy sight, OutputStream out, ExportProgress progress)
            throws IOException {
        List<FoundEvent> found = events.forward(filter, sight, null, MOST);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Map<String, String> digests = new LinkedHashMap<>();
        add(zip, digests, "HUONG-DAN-KIEM-CHUNG.txt", DossierInstructions.vietnamese());
        add(zip, digests, "HOW-TO-VERIFY.txt", DossierInstructions.english());
        add(zip, digests, "dien-bien.txt", timeline(found, VIETNAMESE));
        add(zip, digests, "timeline.txt", timeline(found, Locale.ENGLISH));
        add(zip, digests, "timeline.csv", csv(found));
        int done = 0;
        for (FoundEvent event : found) {
            event(zip, digests, event.id());
            done++;
            if (done % 100 == 0) {
                progress.written(done);
            }
        }
        evidence(zip, digests, filter, sight);
        head(zip, digests);
        add(zip, new LinkedHashMap<>(), "files.json", JSON.writeValueAsString(digests));
        zip.finish();
        progress.written(found.size());
        return new WrittenExport(
                found.size(),
                found.isEmpty() ? null : found.getFirst().id(),
                found.isEmpty() ? null : found.getLast().id());
    }

    private void event(ZipOutputStream zip, Map<String, String> digests, EventId id) throws IOException {
        Optional<EventDetail> detail = events.detail(id);
        if (detail.isEmpty()) {
            return;
        }
        add(zip, digests, "events/" + id + ".json", detail.get().entry());
        Optional<PrivateParts.Part> part = privateParts.of(id);
        if (part.isPresent()) {
            add(zip, digests, "private/" + id + ".json", part.get().octets());
            add(zip, digests, "private/" + id + ".salt", part.get().salt());
        }
        LogEntryId entry = detail.get().logEntry();
        @Nullable
        Octets proof = log.proof(entry).or(() -> log.plainProof(entry)).orElse(null);
        if (proof != null) {
            add(zip, digests, "proofs/" + id + ".tlog-proof", proof);
        }
    }

    private void evidence(ZipOutputStream zip, Map<String, String> digests, EventFilter filter, Secrecy sight)
            throws IOException {
        String document = filter.terms().get(FilterField.OBJECT);
        if (document == null) {
            return;
        }
        for (CaseEvidence source : evidence.orderedStream().toList()) {
            for (Map.Entry<String, Octets> file : source.about(document, sight).entrySet()) {
                add(zip, digests, "evidence/" + file.getKey(), file.getValue());
            }
        }
    }

    private void head(ZipOutputStream zip, Map<String, String> digests) throws IOException {
        LogState state = log.state(LogName.EVENTS);
        if (state.checkpoint() != null) {
            add(zip, digests, "log/checkpoint", state.checkpoint());
        }
    }

    private static String timeline(List<FoundEvent> found, Locale language) {
        StringBuilder text = new StringBuilder();
        found.forEach(event -> text.append(event.sentence(language)).append('\n'));
        return text.toString();
    }

    private static String csv(List<FoundEvent> found) {
        CsvFormat format = new CsvFormat();
        StringBuilder text = new StringBuilder(format.head());
        found.forEach(event -> text.append(format.line(event)).append(format.end()));
        return text.toString();
    }

    private static void add(ZipOutputStream zip, Map<String, String> digests, String name, String text)
            throws IOException {
        add(zip, digests, name, Octets.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void add(ZipOutputStream zip, Map<String, String> digests, String name, Octets content)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.toByteArray());
        zip.closeEntry();
        digests.put(name, content.sha256().hex());
    }
}
