package vn.lienthong.node.training.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.node.delivery.Completion;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.platform.InTraining;
import vn.lienthong.node.training.TrainingAgency;
import vn.lienthong.node.training.internal.Performer.Result;
import vn.lienthong.node.training.internal.SampleKind.Ordered;

/** Sends sample documents to the trainee, in the name of simulated agencies and with their keys. */
@Component
@InTraining
class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final Dispatches dispatches;
    private final DirectoryView directory;
    private final AgencyKeys keys;
    private final Samples samples;
    private final InstantSource clock;

    Sending(Dispatches dispatches, DirectoryView directory, AgencyKeys keys, Samples samples, InstantSource clock) {
        this.dispatches = dispatches;
        this.directory = directory;
        this.keys = keys;
        this.samples = samples;
        this.clock = clock;
    }

    Result send(Act act) {
        Optional<Ordered> wanted = Ordered.of(act.detail());
        Optional<SigningKey> key = key(act.agency());
        if (wanted.isEmpty()) {
            return new Result.Pointless();
        }
        if (key.isEmpty()) {
            return new Result.NotYet();
        }
        try {
            return send(act, wanted.get(), key.get());
        } catch (IOException | PdfSigningException e) {
            LOG.warn("sample {} cannot be sent now: {}", act.detail(), e.toString());
            return new Result.NotYet();
        }
    }

    private Optional<SigningKey> key(TrainingAgency agency) {
        return directory
                .current()
                .agency(agency.code(), clock.instant())
                .flatMap(entry -> keys.signing(entry.agency().id()))
                .map(dual -> dual.classical());
    }

    private Result send(Act act, Ordered sample, SigningKey key) throws IOException, PdfSigningException {
        Instant ordered = samples.orderedAt(sample, clock.instant());
        SampleLetter letter = SampleLetter.of(sample.kind(), sample.round(), WorkingCalendar.date(ordered));
        return switch (dispatches.begin(order(act, sample, letter))) {
            case Submission.Open(OpenDispatch open) ->
                fill(open, sample, SamplePdf.sealed(letter, key, clock.instant()));
            case Submission.Repeated(ParcelId parcel) -> sent(sample, parcel);
            case Submission.Undeliverable _, Submission.Rejected _ -> new Result.NotYet();
        };
    }

    /** The same name each time: however often it is tried, it is sent once. */
    private static DispatchOrder order(Act act, Ordered sample, SampleLetter letter) {
        byte[] name = ("lienthong/training/1\0" + act.detail()).getBytes(StandardCharsets.US_ASCII);
        return new DispatchOrder(
                act.agency().code(),
                List.of(TrainingAgency.TRAINEE.code()),
                false,
                Optional.empty(),
                letter.metadata(sample.kind()),
                Sha256.of(name),
                Sha256.of(name),
                "training:" + act.id());
    }

    private Result fill(OpenDispatch open, Ordered sample, byte[] signed) throws IOException {
        byte[] pdf = sample.kind() == SampleKind.BROKEN_SIGNATURE ? SamplePdf.changed(signed) : signed;
        try (open) {
            open.addFile("van-ban-tap-huan.pdf", "application/pdf", new ByteArrayInputStream(pdf));
            return switch (open.submit()) {
                case Completion.Taken(ParcelId parcel) -> sent(sample, parcel);
                case Completion.Repeated(ParcelId parcel) -> sent(sample, parcel);
                case Completion.KeyTaken() -> new Result.Pointless();
            };
        }
    }

    private Result sent(Ordered sample, ParcelId parcel) {
        samples.sent(sample, parcel);
        return new Result.Done(Plan.sent(sample.kind(), parcel, clock.instant()));
    }
}
