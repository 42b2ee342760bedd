package vn.lienthong.node.officer.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.audit.search.AuditSearch;
import vn.lienthong.node.audit.search.EventDetail;
import vn.lienthong.node.log.LogBook;
import vn.lienthong.node.log.LogPosition;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.NothingHereException;

/** One event: in words, as it stands in the log, where it stands there, and the proof. */
@Controller
class EventPages {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final AuditSearch search;
    private final EventLines rows;
    private final EventProof proof;
    private final LogBook log;
    private final AuditTrail trail;

    EventPages(AuditSearch search, EventLines rows, EventProof proof, LogBook log, AuditTrail trail) {
        this.search = search;
        this.rows = rows;
        this.proof = proof;
        this.log = log;
        this.trail = trail;
    }

    @GetMapping("/events/{id}")
    String event(@PathVariable String id, Locale language, Model model) {
        show(found(id), language, model);
        return "officer/event";
    }

    @PostMapping("/events/{id}/verification")
    String verify(@PathVariable String id, Locale language, Model model) {
        EventDetail event = found(id);
        List<EventProof.Step> steps = proof.check(event);
        boolean holds = EventProof.holds(steps);
        SecurityEvent verified = holds
                ? SecurityEvent.of(EventKind.AUDIT_VERIFY)
                : SecurityEvent.failed(EventKind.AUDIT_VERIFY, "NOT_PROVEN");
        trail.recordNow(verified.on(event.event().asObject()));
        show(event, language, model);
        model.addAttribute("steps", steps);
        model.addAttribute("holds", holds);
        return "officer/event";
    }

    @GetMapping("/events/{id}/proof")
    ResponseEntity<StreamingResponseBody> download(@PathVariable String id) {
        EventDetail event = found(id);
        Optional<Download> file = proof.file(event)
                .map(octets -> new Download(
                        event.event().id() + LogReceipt.FILE_EXTENSION,
                        "text/plain",
                        octets.size(),
                        out -> out.write(octets.toByteArray())));
        file.ifPresent(_ -> trail.recordNow(
                SecurityEvent.of(EventKind.AUDIT_PROOF).on(event.event().asObject())));
        return Downloads.answer(file);
    }

    /** That today's log begins with an earlier, witnessed or time-stamped one that holds the event. */
    @GetMapping("/events/{id}/consistency")
    ResponseEntity<StreamingResponseBody> consistency(@PathVariable String id) {
        EventDetail event = found(id);
        Optional<Download> file = proof.consistency(event).map(found -> text(event, ".consistency.txt", found.proof()));
        file.ifPresent(_ -> trail.recordNow(
                SecurityEvent.of(EventKind.AUDIT_PROOF).on(event.event().asObject())));
        return Downloads.answer(file);
    }

    /** The earlier checkpoint from which the proof of consistency begins. */
    @GetMapping("/events/{id}/checkpoint")
    ResponseEntity<StreamingResponseBody> checkpoint(@PathVariable String id) {
        EventDetail event = found(id);
        return Downloads.answer(proof.consistency(event).map(found -> text(event, ".checkpoint.txt", found.earlier())));
    }

    private static Download text(EventDetail event, String ending, Octets octets) {
        return new Download(
                event.event().id() + ending, "text/plain", octets.size(), out -> out.write(octets.toByteArray()));
    }

    /** The entry of the log: the very octets that the proof speaks of. */
    @GetMapping("/events/{id}/entry")
    ResponseEntity<StreamingResponseBody> entry(@PathVariable String id) {
        EventDetail event = found(id);
        byte[] octets = EventProof.commitment(event);
        return Downloads.answer(Optional.of(new Download(
                event.event().id() + ".entry.json", "application/json", octets.length, out -> out.write(octets))));
    }

    /** The event itself: the octets of which the entry holds the digest. */
    @GetMapping("/events/{id}/event")
    ResponseEntity<StreamingResponseBody> text(@PathVariable String id) {
        EventDetail event = found(id);
        byte[] octets = event.entry().getBytes(StandardCharsets.UTF_8);
        return Downloads.answer(Optional.of(new Download(
                event.event().id() + ".json", "application/json", octets.length, out -> out.write(octets))));
    }

    private EventDetail found(String id) {
        return EventId.parse(id).flatMap(search::event).orElseThrow(NothingHereException::new);
    }

    private void show(EventDetail event, Locale language, Model model) {
        model.addAttribute("event", event);
        model.addAttribute("row", rows.of(List.of(event.event()), language).getFirst());
        model.addAttribute(
                "position",
                log.position(event.logEntry()).map(LogPosition::index).orElse(null));
        model.addAttribute("consistent", proof.consistency(event).isPresent());
        model.addAttribute("entry", pretty(event.entry()));
        model.addAttribute("privatePart", event.privatePart() == null ? null : pretty(event.privatePart()));
    }

    private static @Nullable String pretty(String json) {
        try {
            return JSON.writeValueAsString(JSON.readTree(json));
        } catch (JacksonException notJson) {
            return json;
        }
    }
}
