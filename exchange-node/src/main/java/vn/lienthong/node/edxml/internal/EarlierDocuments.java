package vn.lienthong.node.edxml.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.NamedDocuments;
import vn.lienthong.node.delivery.NamedDocuments.Named;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Finds the document that a message means: by the identifier first, then by number, notation and day of issue. Numbers begin again
 * every year and systems reuse identifiers, so a number never counts without a date, and an identifier that several documents bear
 * never without a number.
 */
@InNodeRole
@Component
class EarlierDocuments {

    private final NamedDocuments documents;
    private final ParcelParties parties;

    EarlierDocuments(NamedDocuments documents, ParcelParties parties) {
        this.documents = documents;
        this.parties = parties;
    }

    /**
     * How a message names a document.
     *
     * @param documentId opaque; may be empty
     * @param code number and notation as displayed; may be empty
     * @param issuedOn its day of issue; null when not said
     */
    record Reference(
            String documentId, String code, @Nullable LocalDate issuedOn) {

        String number() {
            int stroke = code.indexOf('/');
            return (stroke < 0 ? code : code.substring(0, stroke)).strip();
        }

        boolean isSameCode(Named named) {
            return normal(named.code().display()).equals(normal(code));
        }

        private static String normal(String code) {
            return code.replace(" ", "").toUpperCase(Locale.ROOT);
        }

        boolean isSameDay(Named named) {
            return issuedOn != null && issuedOn.equals(named.issuedOn());
        }

        boolean isSameYear(Named named) {
            LocalDate day = named.issuedOn();
            return issuedOn != null && day != null && issuedOn.getYear() == day.getYear();
        }
    }

    /** A document that an agency of the caller sent. */
    Optional<Named> sent(Set<AgencyCode> senders, Reference reference) {
        return byParcel(reference.documentId())
                .flatMap(parcel -> parties.sent(parcel).stream()
                        .filter(one -> senders.contains(one.sender()))
                        .findFirst()
                        .map(one -> named(parcel, one.sender(), null)))
                .or(() -> choose(reference, documents.sent(senders, reference.documentId(), reference.number())));
    }

    /** A document that arrived for an agency of the caller, from one of these senders if they are known. */
    Optional<Named> arrived(Set<AgencyCode> recipients, Set<AgencyCode> senders, Reference reference) {
        return byParcel(reference.documentId())
                .flatMap(parcel -> recipients.stream()
                        .flatMap(recipient -> parties.arrived(parcel, recipient).stream())
                        .findFirst()
                        .map(one -> named(parcel, one.sender(), one.recipient())))
                .or(() -> choose(
                        reference, documents.arrived(recipients, senders, reference.documentId(), reference.number())));
    }

    /** Documents without an identifier of their own go out under that of their parcel. */
    private static Optional<ParcelId> byParcel(String documentId) {
        return ParcelId.parse(documentId.strip());
    }

    private static Named named(ParcelId parcel, AgencyCode sender, @Nullable AgencyCode recipient) {
        return new Named(parcel, sender, recipient, "", vn.lienthong.core.document.DocumentCode.NONE, null);
    }

    /** The best of the candidates, which come newest first. */
    static Optional<Named> choose(Reference reference, Collection<Named> candidates) {
        List<Named> sameId = candidates.stream()
                .filter(named -> !reference.documentId().isEmpty()
                        && reference.documentId().equals(named.documentId()))
                .toList();
        boolean numbered = !reference.code().isBlank();
        if (sameId.size() == 1 && (!numbered || reference.isSameCode(sameId.getFirst()))) {
            return Optional.of(sameId.getFirst());
        }
        Predicate<Named> day = reference::isSameDay;
        Predicate<Named> year = reference::isSameYear;
        if (!numbered) {
            return only(sameId.stream().filter(day).toList());
        }
        List<Named> sameCode = candidates.stream().filter(reference::isSameCode).toList();
        return sameId.stream()
                .filter(reference::isSameCode)
                .filter(day)
                .findFirst()
                .or(() -> only(sameId.stream().filter(reference::isSameCode).toList()))
                .or(() -> sameCode.stream().filter(day).findFirst())
                .or(() -> only(sameCode.stream().filter(year).toList()));
    }

    private static Optional<Named> only(List<Named> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
