package vn.lienthong.node.web.internal;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Fills the form that waits for a person into whichever page shows it, so that no page needs to know of it. */
@Component
class FormFilling extends AbstractDialect implements IPostProcessorDialect {
    /** Hidden fields that tell what the person had seen: they come back too, or changes of others would be overwritten unseen. */
    static final Set<String> REVISIONS = Set.of("version", "seen");

    private static final int PRECEDENCE = 1000;

    FormFilling() {
        super("kept forms");
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return PRECEDENCE;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, FormFillingHandler.class, PRECEDENCE));
    }
}
