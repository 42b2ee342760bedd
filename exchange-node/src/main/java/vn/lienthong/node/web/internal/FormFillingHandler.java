package vn.lienthong.node.web.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.ITemplateEvent;
import org.thymeleaf.model.IText;

/** Holds back each form of a page until its end, and fills it when it is the one that waits. Made by the template engine, once a page. */
public final class FormFillingHandler extends AbstractTemplateHandler {
    private @Nullable KeptForm kept;
    private @Nullable IModelFactory tags;
    private final List<ITemplateEvent> held = new ArrayList<>();
    private boolean inForm;

    /** For the template engine. */
    public FormFillingHandler() {
        super();
    }

    @Override
    public void setContext(ITemplateContext context) {
        super.setContext(context);
        tags = context.getModelFactory();
        kept = context.getVariable(KeptForm.ATTRIBUTE) instanceof KeptForm form ? form : null;
    }

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
        if (kept != null && tag.getElementCompleteName().equals("form")) {
            inForm = true;
        }
        if (!isHeld(tag)) {
            super.handleOpenElement(tag);
        }
    }

    @Override
    public void handleStandaloneElement(IStandaloneElementTag tag) {
        if (!isHeld(tag)) {
            super.handleStandaloneElement(tag);
        }
    }

    @Override
    public void handleText(IText text) {
        if (!isHeld(text)) {
            super.handleText(text);
        }
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
        if (isHeld(tag) && tag.getElementCompleteName().equals("form")) {
            inForm = false;
            release();
        } else if (!inForm) {
            super.handleCloseElement(tag);
        }
    }

    private boolean isHeld(ITemplateEvent event) {
        return inForm && held.add(event);
    }

    private void release() {
        List<ITemplateEvent> form = List.copyOf(held);
        held.clear();
        Optional<List<ITemplateEvent>> filled =
                kept == null || tags == null ? Optional.empty() : new FilledForm(kept, tags).fill(form);
        filled.orElse(form).forEach(this::pass);
    }

    private void pass(ITemplateEvent event) {
        switch (event) {
            case IOpenElementTag tag -> super.handleOpenElement(tag);
            case IStandaloneElementTag tag -> super.handleStandaloneElement(tag);
            case ICloseElementTag tag -> super.handleCloseElement(tag);
            case IText text -> super.handleText(text);
            default -> throw new IllegalStateException("only what was held back is passed on");
        }
    }
}
