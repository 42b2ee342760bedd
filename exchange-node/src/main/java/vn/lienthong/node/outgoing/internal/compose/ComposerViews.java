package vn.lienthong.node.outgoing.internal.compose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.outgoing.internal.compose.ComposerView.Chip;
import vn.lienthong.node.outgoing.internal.compose.ComposerView.FileLine;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.Typed;
import vn.lienthong.node.outgoing.internal.file.DraftFile;
import vn.lienthong.node.outgoing.internal.file.DraftFiles;
import vn.lienthong.node.outgoing.internal.file.FileCheck;
import vn.lienthong.node.outgoing.internal.file.FileLocking;
import vn.lienthong.node.outgoing.internal.recipients.AgencyFinder;
import vn.lienthong.node.outgoing.internal.recipients.Listed;
import vn.lienthong.node.outgoing.internal.recipients.Recipient;
import vn.lienthong.node.outgoing.internal.recipients.RecipientLines;
import vn.lienthong.node.outgoing.internal.suggestion.Suggestions;
import vn.lienthong.node.platform.InNodeRole;

/** Puts together what the composer shows. */
@InNodeRole
@Component
class ComposerViews {

    private final DraftFiles files;
    private final FileLocking names;
    private final RecipientLines recipients;
    private final AgencyFinder finder;

    ComposerViews(DraftFiles files, FileLocking names, RecipientLines recipients, AgencyFinder finder) {
        this.files = files;
        this.names = names;
        this.recipients = recipients;
        this.finder = finder;
    }

    ComposerView of(Outgoing document, Typed typed) {
        List<DraftFile> all = files.of(document.id());
        Suggestions suggestions = all.stream()
                .filter(DraftFile::main)
                .map(file -> Suggestions.read(file.suggestion()))
                .findFirst()
                .orElse(Suggestions.NONE);
        return new ComposerView(
                document,
                typed,
                names.nameOf(document),
                all.stream()
                        .map(file -> new FileLine(file, FileCheck.read(file.signatures())))
                        .toList(),
                chips(recipients.of(document.id())),
                suggestions);
    }

    private List<Chip> chips(List<Recipient> lines) {
        List<Chip> chips = new ArrayList<>();
        for (Recipient line : lines) {
            AgencyCode code = line.code();
            boolean gone = code != null && finder.byCode(code).isEmpty();
            List<Listed> near = code != null && gone ? finder.successors(code) : near(line);
            @Nullable String fault = line.isOpen() ? "open" : gone ? "gone" : null;
            chips.add(new Chip(chips.size(), line, near, fault));
        }
        return chips;
    }

    private List<Listed> near(Recipient line) {
        return line.isOpen() ? recipients.near(line) : List.of();
    }
}
