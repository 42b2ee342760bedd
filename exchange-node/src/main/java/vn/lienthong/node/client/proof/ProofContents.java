package vn.lienthong.node.client.proof;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Timestamps;

/**
 * What a dossier or a receipt says about itself ({@link ProofFiles#CONTENTS}): who made it of what, and what was still missing.
 *
 * @param version of the format
 * @param kind what it is
 * @param parcelId the parcel
 * @param sealedBy the agency whose seal it bears; null for a receipt, which its node seals
 * @param node which node made it
 * @param sealedAt when, in milliseconds, by its clock
 * @param packageSha512 of the signed package
 * @param hasPackage whether that is inside
 * @param evidence the pieces
 */
public record ProofContents(
        int version,
        Kind kind,
        String parcelId,
        @Nullable AgencyCode sealedBy,
        NodeId node,
        Instant sealedAt,
        String packageSha512,
        boolean hasPackage,
        List<Piece> evidence) {

    /** The version that this program writes, and the only one that it reads. */
    public static final int VERSION = 2;

    private static final int MOST = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the list. */
    public ProofContents {
        evidence = List.copyOf(evidence);
    }

    /** What such a file is. */
    public enum Kind {
        /** A container sealed by an agency. */
        DOSSIER("dossier"),
        /** A printed page sealed by a node. */
        RECEIPT("receipt");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /**
     * A piece of evidence.
     *
     * @param id its identity
     * @param receipt how its receipt of the log stands
     * @param timestamp how its time-stamp stands
     */
    public record Piece(String id, Standing receipt, Standing timestamp) {}

    /** Whether a proof is inside. */
    public enum Standing {
        /** It is. */
        COMPLETE("complete"),
        /** It did not exist yet when the file was made. */
        PENDING("pending"),
        /** The node that issued the evidence keeps it. */
        AT_ISSUER("at-issuer");

        private final String word;

        Standing(String word) {
            this.word = word;
        }
    }

    /** The octets of the file. */
    public byte[] encode() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("v", version);
        members.put("kind", kind.word);
        members.put("parcelId", parcelId);
        if (sealedBy != null) {
            members.put("sealedBy", sealedBy.value());
        }
        members.put("node", node.value());
        members.put("sealedAt", Timestamps.format(Timestamps.millis(sealedAt)));
        members.put("packageSha512", packageSha512);
        members.put("packageInside", hasPackage);
        members.put(
                "evidence",
                evidence.stream()
                        .map(piece -> Map.of(
                                "id", piece.id(), "receipt", piece.receipt().word, "timestamp", piece.timestamp().word))
                        .toList());
        return JSON.writeValueAsBytes(members);
    }

    /**
     * Reads the file.
     *
     * @throws NotProvenException if it is none, or of a version that this program does not know
     */
    static ProofContents read(byte[] octets) throws NotProvenException {
        if (octets.length > MOST) {
            throw new NotProvenException(ProofFiles.CONTENTS + " is too large");
        }
        try {
            JsonNode json = JSON.readTree(octets);
            int version = json.path("v").asInt(0);
            if (version != VERSION) {
                throw new NotProvenException("format version " + version + " is not one that this program knows");
            }
            return new ProofContents(
                    version,
                    json.path("kind").asString("").equals(Kind.RECEIPT.word) ? Kind.RECEIPT : Kind.DOSSIER,
                    json.path("parcelId").asString(""),
                    sealer(json).orElse(null),
                    new NodeId(json.path("node").asString("")),
                    Instant.parse(json.path("sealedAt").asString("")),
                    json.path("packageSha512").asString(""),
                    json.path("packageInside").asBoolean(false),
                    pieces(json.path("evidence")));
        } catch (JacksonException | DateTimeException | IllegalArgumentException strange) {
            // The last one: no name of a node.
            throw new NotProvenException(ProofFiles.CONTENTS + " cannot be read");
        }
    }

    private static Optional<AgencyCode> sealer(JsonNode json) {
        return AgencyCode.check(json.path("sealedBy").asString("")) instanceof AgencyCodeCheck.Valid(AgencyCode code)
                ? Optional.of(code)
                : Optional.empty();
    }

    private static List<Piece> pieces(JsonNode list) {
        List<Piece> pieces = new ArrayList<>();
        list.forEach(piece -> pieces.add(new Piece(
                piece.path("id").asString(""), standing(piece.path("receipt")), standing(piece.path("timestamp")))));
        return pieces;
    }

    private static Standing standing(JsonNode word) {
        for (Standing standing : Standing.values()) {
            if (standing.word.equals(word.asString(""))) {
                return standing;
            }
        }
        return Standing.PENDING;
    }
}
