package vn.lienthong.node.training.simulation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.pdf.AdministrativeLetter;
import vn.lienthong.crypto.pdf.AdministrativeLetterPdf;
import vn.lienthong.crypto.pdf.LaterChanges;
import vn.lienthong.crypto.pdf.PageBox;
import vn.lienthong.crypto.pdf.PdfSignRequest;
import vn.lienthong.crypto.pdf.PdfSigner;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.crypto.pdf.SignatureAppearance;
import vn.lienthong.crypto.pdf.SpecimenImages;
import vn.lienthong.node.delivery.Completion;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.platform.InTraining;

/** Sends letters in the name of simulated agencies and with their keys. */
@Component
@InTraining
public class Post {

    private final Dispatches dispatches;
    private final DirectoryView directory;
    private final AgencyKeys keys;
    private final InstantSource clock;

    Post(Dispatches dispatches, DirectoryView directory, AgencyKeys keys, InstantSource clock) {
        this.dispatches = dispatches;
        this.directory = directory;
        this.keys = keys;
        this.clock = clock;
    }

    /** The key with which an agency signs its letters; empty while it has none. */
    public Optional<SigningKey> key(AgencyCode agency) {
        return directory
                .current()
                .agency(agency, clock.instant())
                .flatMap(entry -> keys.signing(entry.agency().id()))
                .map(pair -> pair.classical());
    }

    /** A page, signed with the key of its agency, under a seal that says what it is. */
    public static byte[] sealed(AdministrativeLetter letter, Seal seal, SigningKey agency, Instant now)
            throws IOException, PdfSigningException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        PageBox room = AdministrativeLetterPdf.write(letter, page);
        var appearance = new SignatureAppearance.AgencySeal(
                room,
                SpecimenImages.seal(seal.mark(), seal.name().toUpperCase(Locale.forLanguageTag("vi"))),
                SpecimenImages.SEAL_MILLIMETRES);
        PdfSignRequest request = new PdfSignRequest("co-quan", appearance, LaterChanges.SIGNATURES, now);
        return new PdfSigner().sign(page.toByteArray(), request, agency);
    }

    /**
     * The words of a seal.
     *
     * @param mark in its middle
     * @param name of the agency
     */
    public record Seal(String mark, String name) {}

    /**
     * Sends one letter.
     *
     * @param order with a name that stays the same however often it is tried
     * @param fileName of its only file
     * @param pdf that file
     * @param sent what comes of it when it has gone, now or before
     * @throws IOException when the store fails
     */
    public Performer.Result send(
            DispatchOrder order, String fileName, byte[] pdf, Function<ParcelId, Performer.Result> sent)
            throws IOException {
        return switch (dispatches.begin(order)) {
            case Submission.Open(OpenDispatch open) -> fill(open, fileName, pdf, sent);
            case Submission.Repeated(ParcelId parcel) -> sent.apply(parcel);
            case Submission.Undeliverable _, Submission.Rejected _ -> new Performer.Result.NotYet();
        };
    }

    private static Performer.Result fill(
            OpenDispatch open, String fileName, byte[] pdf, Function<ParcelId, Performer.Result> sent)
            throws IOException {
        try (open) {
            open.addFile(fileName, "application/pdf", new ByteArrayInputStream(pdf));
            return switch (open.submit()) {
                case Completion.Taken(ParcelId parcel) -> sent.apply(parcel);
                case Completion.Repeated(ParcelId parcel) -> sent.apply(parcel);
                case Completion.KeyTaken() -> new Performer.Result.Pointless();
            };
        }
    }
}
