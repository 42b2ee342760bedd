package vn.lienthong.node.webhook.internal;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.events.EventType;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.webhook.WebhookAddress;
import vn.lienthong.node.webhook.internal.Endpoint.Wish;

/** What administrators type about webhooks, checked. */
@InNodeRole
@Component
class WebhookForm {

    private final DirectoryView directory;
    private final InstantSource clock;

    WebhookForm(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * As typed. Public with its methods because pages read it.
     *
     * @param agency code
     * @param name of the endpoint
     * @param address of it
     * @param types ticked, by their words
     */
    public record Typed(String agency, String name, String address, Set<String> types) {
        /** Copies the types. */
        public Typed {
            types = Set.copyOf(types);
        }

        static Typed empty() {
            return new Typed(
                    "",
                    "",
                    "",
                    Set.of(
                            EventType.INBOX_ARRIVED.word(),
                            EventType.DISPATCH_REFUSED.word(),
                            EventType.DISPATCH_EXPIRED.word(),
                            EventType.STATEMENT_RECEIVED.word()));
        }

        static Typed of(Endpoint endpoint) {
            Wish wish = endpoint.wish();
            return new Typed(endpoint.agency().value(), wish.name(), wish.address(), Set.copyOf(wish.words()));
        }

        /** Whether a type is ticked. */
        public boolean has(EventType type) {
            return types.contains(type.word());
        }
    }

    /** The agency that is meant, served here; empty when there is none, which is then noted. */
    Optional<AgencyCode> agency(Typed typed, FormFaults faults) {
        Optional<AgencyCode> agency =
                AgencyCode.check(typed.agency().strip()) instanceof AgencyCodeCheck.Valid(AgencyCode code)
                        ? Optional.of(code).filter(this::isServedHere)
                        : Optional.empty();
        if (agency.isEmpty()) {
            faults.add("agency", "webhook.agency.wrong");
        }
        return agency;
    }

    private boolean isServedHere(AgencyCode code) {
        return directory
                .current()
                .agency(code, clock.instant())
                .map(AgencyEntry::agency)
                .filter(agency -> directory.hostedHere().contains(agency.id()))
                .isPresent();
    }

    /** What is wished; empty when something is wrong, which is then noted. */
    Optional<Wish> wish(Typed typed, FormFaults faults) {
        Optional<String> name = WebhookRequests.name(typed.name());
        if (name.isEmpty()) {
            faults.add("name", "webhook.name.wrong");
        }
        String address = typed.address().strip();
        if (WebhookAddress.parse(address).isEmpty()) {
            faults.add("address", "webhook.address.wrong");
        }
        Set<EventType> types = types(typed.types());
        if (types.isEmpty()) {
            faults.add("types", "webhook.types.none");
        }
        return faults.any() ? Optional.empty() : name.map(known -> new Wish(known, address, types));
    }

    private static Set<EventType> types(Collection<String> words) {
        return words.stream()
                .flatMap(word -> EventType.ofWord(word).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class)));
    }

    /** All types in the order in which pages show them. */
    static List<EventType> allTypes() {
        return Collections.unmodifiableList(Arrays.asList(EventType.values()));
    }
}
