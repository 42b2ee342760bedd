package vn.lienthong.node.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.delivery.ReleaseProofs;
import vn.lienthong.node.delivery.SecretArrival;
import vn.lienthong.node.delivery.SecretArrivalListener;

/** Stands for the secret area: remembers what it was told, and believes every proof but one. */
public final class SecretsHeard implements SecretArrivalListener, ReleaseProofs {

    /** A proof that does not hold. */
    public static final Octets FORGED = Octets.of("forged".getBytes(StandardCharsets.US_ASCII));

    private final ConcurrentMap<ParcelId, byte[]> keys = new ConcurrentHashMap<>();
    private final ConcurrentMap<ParcelId, AtomicInteger> told = new ConcurrentHashMap<>();

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
        return approvals.equals(FORGED) ? Optional.of("proof does not hold") : Optional.empty();
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
