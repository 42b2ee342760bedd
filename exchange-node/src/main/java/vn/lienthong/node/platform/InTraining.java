package vn.lienthong.node.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Marks what exists only at a node on which people train and nothing is real. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "lienthong.role", havingValue = "NODE", matchIfMissing = true)
@ConditionalOnBooleanProperty("lienthong.training")
public @interface InTraining {}
