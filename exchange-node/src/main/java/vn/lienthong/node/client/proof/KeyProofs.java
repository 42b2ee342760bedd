package vn.lienthong.node.client.proof;

import java.util.Map;
import java.util.Optional;

/** Whether the key proofs among the parts of a dossier stand on their own, without the directory. */
public final class KeyProofs {

    private KeyProofs() {}

    /**
     * What is wrong with them, in English.
     *
     * @param parts content by name, with anchor and keys of the directory's log
     * @return empty when they hold
     */
    public static Optional<String> fault(Map<String, byte[]> parts) {
        ProofFiles files = new ProofFiles(parts, ProofFiles.Form.LOOSE);
        try {
            DirectoryRecord record = DirectoryRecord.ofProofs(
                    files.part(ProofFiles.ANCHOR).orElseThrow(),
                    files.part(ProofFiles.LOG_KEYS).orElseThrow(),
                    files.keyProofs());
            return record.isWhole() ? Optional.of("no part of a directory") : Optional.empty();
        } catch (NotProvenException fault) {
            return Optional.of(String.valueOf(fault.getMessage()));
        }
    }
}
