use super::super::Standards;
use super::*;

const GOOD: &str = r#"
[[kind]]
id = "ev.gift"
title = { zh = "赠品照片", en = "Photo of the gift" }
good = { zh = "看得清编号。", en = "The number can be read." }
status = "V"
source = "shop"

[[pack]]
id = "gift"
title = { zh = "赠品", en = "Gift" }
first = "seller"
burden = { zh = "卖家先证。", en = "The seller first." }
must = ["ev.gift|ev.photo"]
"#;

#[test]
fn the_shipped_file_has_no_fault() {
    let evidence = Evidence::shipped();
    assert_eq!(evidence.faults(), []);
    assert_eq!(evidence.kinds().count(), 25);
    assert_eq!(evidence.packs().len(), 19);
    assert!(evidence.kind("ev.medical").unwrap().sensitive);
    let lost = evidence.pack("not-received").unwrap();
    assert_eq!(lost.first, Prover::Seller);
    let alternatives: Vec<Vec<&str>> = lost.must.iter().map(|one| one.kinds().collect()).collect();
    assert_eq!(alternatives, [vec!["ev.track"], vec!["ev.pod", "ev.auth-pod"], vec!["ev.redseal"]]);
}

#[test]
fn every_rule_it_rests_on_is_on_the_shelf() {
    let (evidence, shelf) = (Evidence::shipped(), Standards::shipped());
    let kinds = evidence.kinds().flat_map(|kind| kind.basis.iter());
    for id in kinds.chain(evidence.packs().iter().flat_map(|pack| pack.basis.iter())) {
        assert!(shelf.get(id.as_str()).is_some(), "{id}");
    }
}

#[test]
fn what_a_pack_names_must_be_a_kind() {
    let mut evidence = Evidence::default();
    evidence.add("shop.toml", GOOD);
    assert!(
        matches!(
            evidence.faults(),
            [StandardFault::Unknown { place, key: "must", name, .. }]
                if place.line == 9 && name == "ev.photo"
        ),
        "{:?}",
        evidence.faults()
    );
    assert_eq!(evidence.packs().len(), 1);
}

#[test]
fn a_shop_can_replace_a_shipped_kind_and_pack() {
    let mut evidence = Evidence::shipped();
    evidence
        .add("shop.toml", &GOOD.replace("ev.gift", "ev.photos").replace("ev.photo\"", "ev.page\""));
    assert_eq!(evidence.faults(), []);
    assert_eq!(evidence.kinds().count(), 25);
    assert_eq!(evidence.packs().len(), 19);
    assert_eq!(evidence.kind("ev.photos").unwrap().title.zh.as_deref(), Some("赠品照片"));
    assert_eq!(evidence.pack("gift").unwrap().must.len(), 1);
}

#[test]
fn a_key_that_is_not_known_is_named_with_its_place() {
    let mut evidence = Evidence::default();
    evidence.add("shop.toml", &format!("{GOOD}\n[[packs]]\nid = 'x'\n"));
    assert!(
        matches!(evidence.faults(), [StandardFault::File { place, .. }] if (place.line, place.column) == (16, 3)),
        "{:?}",
        evidence.faults()
    );
}

#[test]
fn without_a_source_nothing_counts_as_read() {
    let mut evidence = Evidence::shipped();
    evidence.add("shop.toml", &GOOD.replace("source = \"shop\"\n", "").replace("|ev.photo", ""));
    assert!(matches!(evidence.faults(), [StandardFault::NoSource { .. }]));
    assert_eq!(evidence.kind("ev.gift").unwrap().status, Status::U);
}
