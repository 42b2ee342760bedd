package vn.lienthong.node.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.delivery.ReleaseProofs;
import vn.lienthong.node.delivery.SecretArrival;
import vn.lienthong.node.delivery.SecretArrivalListener;

/**
 * Stands for the secret area where a test plays it: remembers what it was told, believes the proof of tests and not the forged one, and
 * leaves every other proof to whoever judges them in earnest.
 */
@Primary
public final class SecretsHeard implements SecretArrivalListener, ReleaseProofs {

    /** A proof that holds. */
    public static final Octets PROOF = Octets.of("{\"v\":1}".getBytes(StandardCharsets.US_ASCII));

    /** A proof that does not hold. */
    public static final Octets FORGED = Octets.of("forged".getBytes(StandardCharsets.US_ASCII));

    private final ObjectProvider<ReleaseProofs> others;
    private final ConcurrentMap<ParcelId, byte[]> keys = new ConcurrentHashMap<>();
    private final ConcurrentMap<ParcelId, AtomicInteger> told = new ConcurrentHashMap<>();

    SecretsHeard(ObjectProvider<ReleaseProofs> others) {
        this.others = others;
    }

    @Override
    public void arrived(List<SecretArrival> arrivals) {
        for (SecretArrival arrival : arrivals) {
            ParcelId parcel = arrival.arrival().parcelId();
            keys.put(parcel, arrival.payloadKey());
            int count = told.computeIfAbsent(parcel, _ -> new AtomicInteger()).incrementAndGet();
            if (count > 1_000_000) {
                throw new IllegalStateException("told too often");
            }
        }
    }

    @Override
    public Optional<String> objection(ParcelHeader header, Document document, Octets approvals) {
        if (approvals.equals(FORGED)) {
            return Optional.of("proof does not hold");
        }
        return approvals.equals(PROOF)
                ? Optional.empty()
                : others.stream()
                        .filter(judge -> !(judge instanceof SecretsHeard))
                        .flatMap(judge -> judge.objection(header, document, approvals).stream())
                        .findFirst();
    }

    /** The payload key of a parcel. */
    public byte[] key(ParcelId parcel) {
        return Optional.ofNullable(keys.get(parcel)).orElseThrow().clone();
    }

    /** How many entries were told of a parcel. */
    public int told(ParcelId parcel) {
        return Optional.ofNullable(told.get(parcel)).map(AtomicInteger::get).orElse(0);
    }
}
