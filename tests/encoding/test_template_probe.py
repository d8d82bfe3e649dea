"""What is found out about a template: what ends an answer, what frames turns, what is worth reporting."""

from rendering import answer, byte_level, targets, template, tokenizer, user

from instructgpt_cli.data.types import Row
from instructgpt_cli.encoding.encoder import Encoder

TOK = tokenizer("byte_level")


def test_stop_ids_of_templates():
    def stops(name):
        return TOK.convert_ids_to_tokens(Encoder(TOK, template(name)).stop_ids)

    assert stops("chatml") == ["<|im_end|>", "</s>"]
    assert stops("phi3") == ["<|end|>", "</s>"]
    assert stops("gpt_oss") == ["<|return|>", "</s>"]
    assert stops("deepseek_coder") == ["<|EOT|>", "</s>"]
    assert stops("glm4") == stops("falcon") == ["</s>"]
    assert stops("unclosed_last") == ["<|eot|>", "</s>"]
    assert stops("opens_next") == ["<|end|>", "</s>"]


def test_a_token_that_also_stands_before_the_words_is_no_stop_token():
    text = (
        "{% for m in messages %}<|start|>{{ m.role }}"
        "{{ '<|channel|>hm<|message|>' if m.role == 'assistant' }}<|channel|>text{{ m.content }}"
        "<|channel|>text<|eot|>{% endfor %}{% if add_generation_prompt %}<|start|>assistant{% endif %}"
    )
    assert TOK.convert_ids_to_tokens(Encoder(TOK, text).stop_ids) == ["<|eot|>", "</s>"]


def test_an_end_marker_that_is_not_a_token_is_a_stop_text():
    text = "{% for m in messages %}{{ m.role }}: {{ m.content }}\n### End\n{% endfor %}"
    encoder = Encoder(TOK, text)
    assert encoder.stop_texts == ("\n### End",)
    assert any("'\\n### End' is not a token of the tokenizer" in note for note in encoder.notes)
    assert not any("not a token" in note for note in Encoder(TOK, template("chatml")).notes)


def test_a_separator_between_turns_is_no_end_marker():
    text = (
        "Reply.\n\n### {% for m in messages %}{{ m.role }}: {{ m.content }}\n\n### {% endfor %}"
        "{% if add_generation_prompt %}assistant: {% endif %}"
    )
    encoder = Encoder(TOK, text)
    encoded = encoder.encode([Row("x", 0, messages=(user("a"), answer("b"), user("c"), answer("d")))])[0]
    assert targets(encoded) == ["b", "d</s>"]
    assert (TOK.convert_ids_to_tokens(encoder.stop_ids), encoder.stop_texts) == (["</s>"], ())


def test_an_unusual_token_that_also_ends_a_default_system_turn_is_an_end_marker():
    text = (
        "system: Reply.[e~[\n{% for m in messages %}{{ m.role }}: {{ m.content }}[e~[\n{% endfor %}"
        "{% if add_generation_prompt %}assistant: {% endif %}"
    )
    assert Encoder(TOK, text).stop_texts == ("[e~[",)


def test_tokens_that_frame_turns_are_control_tokens_though_not_marked_as_special():
    tok = byte_level()
    tok.backend_tokenizer.add_tokens(["<turn>", "<stop>"])
    text = "{% for m in messages %}<turn>{{ m.role }}\n{{ m.content }}<stop>\n{% endfor %}"
    encoder = Encoder(tok, text)
    encoded = encoder.encode([Row("x", 0, messages=(user("<stop>"), answer("a <stop> b")))])[0]
    assert not encoded.refused, encoded.error
    assert tok.convert_ids_to_tokens(encoded.input_ids).count("<stop>") == 2
    assert tok.backend_tokenizer.decode(encoded.input_ids) == encoded.text
