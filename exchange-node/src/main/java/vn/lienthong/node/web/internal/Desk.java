package vn.lienthong.node.web.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.web.DeskBlock;

/** The blocks of the first page, as one person sees them. */
@Component
class Desk {
    private final ObjectProvider<DeskBlock> blocks;

    Desk(ObjectProvider<DeskBlock> blocks) {
        this.blocks = blocks;
    }

    /**
     * A block with its contents.
     *
     * @param block which
     * @param content what waits
     */
    record Shown(DeskBlock block, DeskBlock.Content content) {
        /** The number as people read it. */
        public String number() {
            return content.number() > DeskBlock.MOST ? DeskBlock.MOST + "+" : Integer.toString(content.number());
        }

        /** An anchor for the heading. */
        public String anchor() {
            return "block-" + block.order();
        }
    }

    List<Shown> of(Person viewer, Locale language) {
        return blocks.stream()
                .filter(block -> block.isFor(viewer))
                .sorted(Comparator.comparingInt(DeskBlock::order))
                .map(block -> new Shown(block, block.content(viewer, language)))
                .toList();
    }
}
