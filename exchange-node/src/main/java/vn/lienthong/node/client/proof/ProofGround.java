package vn.lienthong.node.client.proof;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a check stands on: the directory, whole or in the proofs of single keys, and the authority's revocation list. */
final class ProofGround {

    private final ProofFiles files;
    private final ProofBasis basis;
    private final ProofTally tally;

    ProofGround(ProofFiles files, ProofBasis basis, ProofTally tally) {
        this.files = files;
        this.basis = basis;
        this.tally = tally;
    }

    /** The directory: the reader's own, else the whole one inside, else what the key proofs inside show. */
    DirectoryRecord directory() throws NotProvenException {
        byte[] anchor = anchor();
        List<byte[]> pages = basis.pages().isEmpty() ? files.pages() : basis.pages();
        DirectoryRecord record = pages.isEmpty() ? ofProofs(anchor) : DirectoryRecord.verify(anchor, pages);
        if (record.isWhole()) {
            tally.add(ProofLine.proven(
                    "Danh mục: " + record.sequence() + " công bố liên tiếp, mỗi công bố ký bằng hai khóa.",
                    "Directory: " + record.sequence() + " publications in a chain, each signed with two keys."));
            alsoInLog(anchor);
        }
        revocations(record);
        return record;
    }

    private byte[] anchor() throws NotProvenException {
        if (basis.anchor().isPresent()) {
            return basis.anchor().get();
        }
        byte[] inside = files.part(ProofFiles.ANCHOR)
                .orElseThrow(() -> new NotProvenException("no anchor is inside, and none was given (--anchor)"));
        tally.add(ProofLine.remark(
                "Gốc tin cậy lấy từ chính tệp này: hãy so mã " + ProofWords.fingerprint(inside)
                        + " với mã mà cơ quan quản lý danh mục công bố, hoặc dùng --anchor.",
                "The anchor of trust is the one inside this file: compare " + ProofWords.fingerprint(inside)
                        + " with what the keeper of the directory publishes, or use --anchor."));
        return inside;
    }

    private DirectoryRecord ofProofs(byte[] anchor) throws NotProvenException {
        Optional<byte[]> keys = files.part(ProofFiles.LOG_KEYS);
        List<ListedChange.Offer> proofs = files.keyProofs();
        if (keys.isEmpty() || proofs.isEmpty()) {
            throw new NotProvenException("neither the directory nor key proofs are inside (--directory)");
        }
        DirectoryRecord record = DirectoryRecord.ofProofs(anchor, keys.get(), proofs);
        tally.add(listed(proofs.size()));
        tally.add(ProofLine.limit(
                "Danh mục không đi kèm trọn vẹn: khóa đã được công bố là điều chứng minh được; khối của mỗi bên làm"
                        + " chứng lấy theo một cơ quan mà nút đó phục vụ.",
                "The whole directory is not inside: that the keys were listed is proven; the bloc of each witness is"
                        + " that of one agency that its node serves."));
        return record;
    }

    private static ProofLine listed(int count) {
        return ProofLine.proven(
                count + " khóa và vai trò dùng ở đây đều nằm trong nhật ký của danh mục, do danh mục ký bằng hai khóa.",
                count + " keys and roles used here stand in the directory's log, which the directory signed with two"
                        + " keys.");
    }

    /** Beside the whole directory the key proofs say nothing new; but what is inside must hold. */
    private void alsoInLog(byte[] anchor) throws NotProvenException {
        Optional<byte[]> keys = files.part(ProofFiles.LOG_KEYS);
        List<ListedChange.Offer> proofs = files.keyProofs();
        if (keys.isPresent() && !proofs.isEmpty()) {
            DirectoryRecord shown = DirectoryRecord.ofProofs(anchor, keys.get(), proofs);
            if (!shown.isWhole()) {
                tally.add(listed(proofs.size()));
            }
        }
    }

    private void revocations(DirectoryRecord record) throws NotProvenException {
        Optional<byte[]> list = files.part(ProofFiles.REVOCATIONS);
        if (list.isPresent()) {
            record.takeRevocations(list.get());
        }
        record.revocations()
                .ifPresent(taken -> tally.add(ProofLine.proven(
                        "Danh sách chứng thư bị thu hồi do cơ quan chứng thực ký lúc "
                                + ProofWords.time(taken.madeAt(), Locale.forLanguageTag("vi")) + ".",
                        "The authority signed the list of revoked certificates at "
                                + ProofWords.time(taken.madeAt(), Locale.ENGLISH) + ".")));
        if (list.isEmpty() && !record.isWhole()) {
            tally.add(ProofLine.limit(
                    "Không kèm danh sách thu hồi: chưa chứng minh được rằng không khóa nào bị thu hồi trước đó.",
                    "No revocation list is inside: that no key was revoked before is not proven."));
        }
    }
}
