package vn.lienthong.node.outgoing.internal.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.text.SearchText;
import vn.lienthong.node.outgoing.internal.draft.Field;
import vn.lienthong.node.outgoing.internal.draft.Typed;
import vn.lienthong.node.outgoing.internal.file.DraftFile;
import vn.lienthong.node.outgoing.internal.file.FileCheck;
import vn.lienthong.node.outgoing.internal.file.FileCheck.Worth;
import vn.lienthong.node.outgoing.internal.suggestion.Suggestions;

/** What must hold of the files of a document before it is sent. */
final class FileRules {

    private static final long LARGE = 50L << 20;

    private FileRules() {}

    static List<Check> check(List<DraftFile> files, Typed typed) {
        Optional<DraftFile> main =
                files.stream().filter(file -> file.main() && file.complete()).findFirst();
        if (main.isEmpty()) {
            return List.of(Check.block("main"));
        }
        List<Check> checks = new ArrayList<>();
        files.stream()
                .filter(file -> !file.complete())
                .forEach(file -> checks.add(Check.block("incomplete", file.name())));
        signatures(FileCheck.read(main.get().signatures()), checks);
        for (DraftFile annex : files) {
            boolean broken = !annex.main() && FileCheck.read(annex.signatures()).broken();
            if (broken) {
                checks.add(Check.block("annex-broken", annex.name()));
            }
        }
        text(Suggestions.read(main.get().suggestion()), files.size() - 1, typed, checks);
        long octets = files.stream().mapToLong(DraftFile::size).sum();
        if (octets > LARGE) {
            checks.add(Check.confirm("large", octets / (1 << 20)));
        }
        return checks;
    }

    private static void signatures(FileCheck check, List<Check> checks) {
        if (check.broken()) {
            checks.add(Check.block("signature-broken"));
            return;
        }
        checks.add(check.signedByAgency() ? Check.fine("agency-signed") : Check.block("agency-unsigned"));
        checks.add(check.signedByPerson() ? Check.fine("person-signed") : Check.confirm("person-unsigned"));
        if (check.marks().stream().anyMatch(mark -> mark.worth() == Worth.UNKNOWN_SIGNER)) {
            checks.add(Check.confirm("signer-unknown"));
        }
    }

    private static void text(Suggestions text, int annexes, Typed typed, List<Check> checks) {
        if (text.mentionsAnnex() && annexes == 0) {
            checks.add(Check.confirm("annex-missing"));
        }
        String inFile = SearchText.fold(text.of(Field.SUBJECT.id()));
        String inForm = SearchText.fold(typed.line(Field.SUBJECT));
        if (!inFile.isEmpty() && !inForm.isEmpty()) {
            boolean same = inFile.contains(inForm) || inForm.contains(inFile);
            checks.add(
                    same ? Check.fine("subject-same") : Check.confirm("subject-differs", text.of(Field.SUBJECT.id())));
        }
        String number = text.of(Field.NUMBER.id());
        if (!number.isEmpty() && !number.equals(typed.line(Field.NUMBER))) {
            checks.add(Check.confirm("number-differs", number));
        }
    }
}
