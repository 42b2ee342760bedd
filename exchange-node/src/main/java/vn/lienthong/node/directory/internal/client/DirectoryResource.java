package vn.lienthong.node.directory.internal.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.directory.AgencySearch.AgencyPage;
import vn.lienthong.node.directory.AgencySearch.ListedAgency;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.directory.internal.listing.DirectoryLists;
import vn.lienthong.node.directory.internal.publication.TouchedAgencies;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;
import vn.lienthong.node.platform.InNodeRole;

/** {@code GET /api/v1/directory}: all agencies, or those that changed since a publication; cheap to ask again and again. */
@RestController
@InNodeRole
class DirectoryResource {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");
    private static final int LARGEST_PAGE = 500;
    private static final int KEPT = 200;

    private final DirectoryView directory;
    private final DirectoryLists lists;
    private final TouchedAgencies touched;
    private final InstantSource clock;
    private final JsonMapper json = new JsonMapper();
    private final Map<Wanted, Answer> answers = new ConcurrentHashMap<>();

    DirectoryResource(DirectoryView directory, DirectoryLists lists, TouchedAgencies touched, InstantSource clock) {
        this.directory = directory;
        this.lists = lists;
        this.touched = touched;
        this.clock = clock;
    }

    /**
     * A part of the directory.
     *
     * @param sequence the publication that it stands at; the next {@code since}
     * @param complete whether this is everything; otherwise it is what changed
     * @param agencies in the order of their codes
     * @param removed codes that belong to nobody any more; only of changes
     * @param nextPageToken for the part behind; null at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            long sequence,
            boolean complete,
            List<ListedAgency> agencies,
            @Nullable List<String> removed,
            @Nullable String nextPageToken) {}

    /** What was asked for, at one state of the directory and within one minute: validities begin and end with time alone. */
    private record Wanted(
            long sequence, Instant minute, @Nullable Long since, String after, int size) {}

    private record Answer(String body, String tag) {}

    @GetMapping("/api/v1/directory")
    @Nullable
    ResponseEntity<String> directory(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(defaultValue = "500") String pageSize,
            @RequestParam(defaultValue = "") String pageToken,
            WebRequest request) {
        if (!caller.may(ApiScope.SUBMIT) && !caller.may(ApiScope.RECEIVE)) {
            Permissions.require(caller, ApiScope.TRACK);
        }
        Wanted wanted = new Wanted(
                directory.sequence(),
                clock.instant().truncatedTo(ChronoUnit.MINUTES),
                since == null ? null : number("since", since, 0, Long.MAX_VALUE),
                pageToken,
                (int) number("pageSize", pageSize, 1, LARGEST_PAGE));
        if (answers.size() > KEPT) {
            answers.clear();
        }
        Answer answer = answers.computeIfAbsent(wanted, this::answer);
        if (request.checkNotModified(answer.tag())) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(answer.tag())
                .body(answer.body());
    }

    private Answer answer(Wanted wanted) {
        Long since = wanted.since();
        Optional<Set<AgencyCode>> changed = since == null ? Optional.empty() : touched.since(since, wanted.minute());
        Part part = changed.isPresent() ? changes(wanted, changed.get()) : page(wanted);
        String body = json.writeValueAsString(part);
        Sha256 digest = Sha256.of(body.getBytes(StandardCharsets.UTF_8));
        return new Answer(body, "\"" + wanted.sequence() + "-" + digest.hex().substring(0, 32) + "\"");
    }

    private Part page(Wanted wanted) {
        AgencyPage page = lists.agencies("", wanted.after(), wanted.size());
        return new Part(wanted.sequence(), true, page.agencies(), null, page.nextPageToken());
    }

    private Part changes(Wanted wanted, Set<AgencyCode> codes) {
        List<ListedAgency> changed = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (AgencyCode code : new TreeSet<>(codes)) {
            lists.one(code).ifPresentOrElse(changed::add, () -> removed.add(code.value()));
        }
        return new Part(wanted.sequence(), false, changed, removed, null);
    }

    private static long number(String parameter, String text, long min, long max) {
        if (NUMBER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw new ProblemException(
                ErrorCode.FIELD_INVALID,
                List.of(FieldProblem.invalid("?" + parameter, "Cần một số nguyên từ " + min + " đến " + max)));
    }
}
