package vn.lienthong.crypto.pdf;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import vn.lienthong.crypto.internal.pdf.PlaceFinding;

/**
 * Finds the room between office and name of the signer (box 7c of Decree 30/2020/NĐ-CP Annex I).
 *
 * <p>Guarantees: hostile documents give nothing and no exception; operators and time are bounded.
 */
public final class SignaturePlaces {

    private final InstantSource clock;

    /** Makes one; it may be used by several threads. */
    public SignaturePlaces(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Looks for the last place where the name of the signer stands.
     *
     * @param pdf hostile
     * @param signer the name under the signature; empty to get the usual place
     * @param deadline when to give up
     * @return empty when the document cannot be read
     */
    public Optional<SignaturePlace> find(byte[] pdf, String signer, Instant deadline) {
        return new PlaceFinding(clock, deadline).find(pdf, signer);
    }

    /**
     * The same room somewhere else, kept inside its page.
     *
     * @param page from 1
     * @param x of the middle, in points from the left
     * @param y of the middle, in points from below
     * @return empty when the document cannot be read or has no such page
     */
    public Optional<SignaturePlace> at(byte[] pdf, int page, double x, double y) {
        return new PlaceFinding(clock, Instant.MAX).at(pdf, page, x, y);
    }
}
