package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.crypto.log.Checkpoint;
import vn.lienthong.crypto.log.ConsistencyProof;
import vn.lienthong.crypto.log.MerkleFrontier;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.NoteCheck;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.crypto.log.TreeTiles;
import vn.lienthong.crypto.log.WitnessRequest;
import vn.lienthong.node.log.LogEntry;
import vn.lienthong.node.log.Standstill;

/**
 * Compares the committed log with what its witnesses cosigned last. Who restored an older backup would otherwise sign a second
 * history. Enough of them must answer, see {@link Quorum#isKnownWithout}. The witnesses' answers are checkpoints that this very log
 * signed, so that none of them can invent a longer log.
 */
final class WitnessConfirmation implements Confirmation {

    private static final int PAGE = 1000;

    private final OwnLog log;
    private final LogTables tables;
    private final Supplier<Quorum> quorum;
    private final WitnessClient client;
    private final boolean freshKeys;
    private final long confirmedSize;

    WitnessConfirmation(OwnLog log, LogTables tables, Supplier<Quorum> quorum, WitnessClient client, Exceptions how) {
        this.log = log;
        this.tables = tables;
        this.quorum = quorum;
        this.client = client;
        this.freshKeys = how.freshKeys();
        this.confirmedSize = how.confirmedSize();
    }

    /**
     * When nobody need be asked.
     *
     * @param freshKeys whether the log's keys were made at this very start
     * @param confirmedSize the size that the operator answers for
     */
    record Exceptions(boolean freshKeys, long confirmedSize) {}

    /**
     * What a witness knows of this log.
     *
     * @param witness its name
     * @param seen the head that it holds, empty when it shows none
     * @param answered whether it answered at all
     * @param detail in English
     */
    record Word(String witness, Optional<TreeHead> seen, boolean answered, String detail) {

        static Word of(Quorum.Asked witness, TreeHead seen) {
            return new Word(witness.name(), Optional.of(seen), true, "holds size " + seen.size());
        }

        static Word nothing(Quorum.Asked witness) {
            return new Word(witness.name(), Optional.empty(), true, "does not know this log");
        }

        static Word away(Quorum.Asked witness) {
            return new Word(witness.name(), Optional.empty(), false, "did not answer");
        }
    }

    /** What all the witnesses of the policy know. */
    List<Word> words() {
        return askAll(quorum.get().asked());
    }

    @Override
    public @Nullable Standstill ask(HeadRows.Head head) throws IOException {
        List<Quorum.Asked> witnesses = quorum.get().asked();
        if (freshKeys || witnesses.isEmpty()) {
            return null;
        }
        boolean seen = false;
        Set<String> away = new HashSet<>();
        for (Word word : askAll(witnesses)) {
            if (word.seen().isPresent()) {
                Standstill contradiction =
                        contradiction(word.witness(), word.seen().get(), head.tree());
                if (contradiction != null) {
                    return contradiction;
                }
                seen = true;
            }
            if (!word.answered()) {
                away.add(word.witness());
            }
        }
        boolean known = seen || tables.witnesses().cosigned(log.name()).isEmpty();
        boolean byOperator = confirmedSize >= 0 && head.tree().size() == confirmedSize;
        return (known && quorum.get().isKnownWithout(away)) || byOperator
                ? null
                : new Standstill(
                        ErrorCode.LOG_UNCONFIRMED,
                        away.size() + " of " + witnesses.size() + " witnesses do not answer: who does has not confirmed"
                                + " size " + head.tree().size() + " since the start");
    }

    private List<Word> askAll(List<Quorum.Asked> witnesses) {
        List<Word> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Word>> asked = witnesses.stream()
                    .map(witness -> threads.submit(() -> ask(witness)))
                    .toList();
            for (Future<Word> answer : asked) {
                answers.add(answer.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking a witness failed in an unexpected way", e);
        }
        return answers;
    }

    private Word ask(Quorum.Asked witness) {
        try {
            Optional<SignedNote> note = client.latest(witness.url(), log.origin());
            if (note.isEmpty()) {
                return askByCheckpoint(witness);
            }
            Checkpoint checkpoint = Checkpoint.parse(note.get().text());
            boolean ours = checkpoint.origin().equals(log.origin())
                    && note.get().verify(log.keys().verifierKeys()) instanceof NoteCheck.Verified;
            return ours ? Word.of(witness, checkpoint.head()) : Word.away(witness);
        } catch (IOException e) {
            return Word.away(witness);
        }
    }

    /** For witnesses that show nothing: offers the last checkpoint again, which is signed already. */
    private Word askByCheckpoint(Quorum.Asked witness) throws IOException {
        Optional<SignedNote> last = Publication.lastPublished(log);
        if (last.isEmpty()) {
            return Word.nothing(witness);
        }
        TreeHead head = Publication.headOf(last.get());
        WitnessClient.Answer answer =
                client.addCheckpoint(witness.url(), WitnessRequest.of(head.size(), List.of(), last.get()));
        if (answer instanceof WitnessClient.Answer.Knows(long size) && size > 0 && size < head.size()) {
            ConsistencyProof proof = ConsistencyProof.build(size, head.size(), log.files());
            answer = client.addCheckpoint(witness.url(), WitnessRequest.of(size, proof.path(), last.get()));
        }
        return switch (answer) {
            case WitnessClient.Answer.Cosigned _ -> Word.of(witness, head);
            case WitnessClient.Answer.Knows(long size)
            when size > head.size() -> Word.of(witness, new TreeHead(size, MerkleHash.emptyRoot()));
            case WitnessClient.Answer.Refused(int status)
            when status == 422 -> Word.of(witness, new TreeHead(head.size(), MerkleHash.emptyRoot()));
            case WitnessClient.Answer.Knows _, WitnessClient.Answer.Refused _ -> Word.nothing(witness);
            case WitnessClient.Answer.Away _ -> Word.away(witness);
        };
    }

    /** Why what a witness saw cannot be a beginning of this log; null when it is one. */
    @Nullable
    Standstill contradiction(String witness, TreeHead seen, TreeHead committed) throws IOException {
        if (seen.size() > committed.size()) {
            return new Standstill(
                    ErrorCode.LOG_BEHIND_WITNESS,
                    "the witness " + witness + " holds a checkpoint of this log of size " + seen.size()
                            + ", the database has only " + committed.size());
        }
        MerkleHash own = seen.size() == committed.size() ? committed.root() : rootAt(seen.size(), committed);
        return own.equals(seen.root())
                ? null
                : new Standstill(
                        ErrorCode.LOG_FORKED,
                        "the witness " + witness + " holds a checkpoint of this log of size " + seen.size()
                                + " with another root");
    }

    private MerkleHash rootAt(long size, TreeHead committed) throws IOException {
        boolean onDisk = Publication.lastPublished(log)
                .map(Publication::headOf)
                .filter(committed::equals)
                .isPresent();
        return onDisk ? TreeTiles.root(size, log.files()) : rootOfRows(size);
    }

    /** Slow, for the case that the files do not belong to the database. */
    private MerkleHash rootOfRows(long size) {
        MerkleFrontier tree = new MerkleFrontier();
        while (tree.size() < size) {
            long from = tree.size();
            List<LogEntry> page = tables.entries().from(log.name(), from, (int) Math.min(PAGE, size - from));
            if (page.isEmpty()) {
                throw new DamagedLogException(ErrorCode.LOG_DAMAGED, "entry " + from + " is missing in the database");
            }
            page.forEach(entry -> tree.append(MerkleHash.leaf(entry.octets().toByteArray())));
        }
        return tree.root();
    }
}
