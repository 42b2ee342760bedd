package vn.lienthong.node.training.internal;

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
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.training.TrainingAgency;
import vn.lienthong.node.training.internal.SampleKind.Ordered;
import vn.lienthong.node.training.simulation.Act;
import vn.lienthong.node.training.simulation.Performer.Result;
import vn.lienthong.node.training.simulation.Post;
import vn.lienthong.node.training.simulation.Posting;

/** Sends sample documents to the trainee, in the name of simulated agencies and with their keys. */
@Component
@ForTrainees
class Sending implements Posting {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final Post post;
    private final Samples samples;
    private final InstantSource clock;

    Sending(Post post, Samples samples, InstantSource clock) {
        this.post = post;
        this.samples = samples;
        this.clock = clock;
    }

    @Override
    public Result send(Act act) {
        Optional<Ordered> wanted = Ordered.of(act.detail());
        Optional<SigningKey> key = post.key(act.agency());
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

    private Result send(Act act, Ordered sample, SigningKey key) throws IOException, PdfSigningException {
        Instant ordered = samples.orderedAt(sample, clock.instant());
        SampleLetter letter = SampleLetter.of(sample.kind(), sample.round(), WorkingCalendar.date(ordered));
        byte[] signed = SamplePdf.sealed(letter, key, clock.instant());
        byte[] pdf = sample.kind() == SampleKind.BROKEN_SIGNATURE ? SamplePdf.changed(signed) : signed;
        return post.send(order(act, sample, letter), "van-ban-tap-huan.pdf", pdf, parcel -> sent(sample, parcel));
    }

    /** The same name each time: however often it is tried, it is sent once. */
    private static DispatchOrder order(Act act, Ordered sample, SampleLetter letter) {
        byte[] name = ("lienthong/training/1\0" + act.detail()).getBytes(StandardCharsets.US_ASCII);
        return new DispatchOrder(
                act.agency(),
                List.of(TrainingAgency.TRAINEE.code()),
                false,
                Optional.empty(),
                letter.metadata(sample.kind()),
                Sha256.of(name),
                Sha256.of(name),
                "training:" + act.id());
    }

    private Result sent(Ordered sample, ParcelId parcel) {
        samples.sent(sample, parcel);
        return new Result.Done(Plan.sent(sample.kind(), parcel, clock.instant()));
    }
}
